<?php
/** Router of `php -S` for a WordPress: folders, files, and pretty addresses. */

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
// A network of blogs: each has the same programs below its own folder, which is none.
if ( ! file_exists( $root . $path ) ) {
	$path = preg_replace( '~^/[_0-9a-zA-Z-]+(/(?:wp-(?:content|admin|includes)(?:/.*)?|[^/]+\.php))$~', '$1', $path );
}
if ( is_dir( $root . $path ) ) {
	if ( substr( $path, -1 ) !== '/' ) {
		header( "Location: $path/", true, 301 );
		return true;
	}
	$path .= 'index.php';
}
if ( is_file( $root . $path ) && substr( $path, -4 ) !== '.php' ) {
	return false;
}
$script                     = is_file( $root . $path ) ? $path : '/index.php';
$_SERVER['SCRIPT_NAME']     = $script;
$_SERVER['PHP_SELF']        = $script;
$_SERVER['SCRIPT_FILENAME'] = $root . $script;
chdir( dirname( $root . $script ) );
require $root . $script;
