<?php
/**
 * Calls the plugin's pure parts without WordPress: reads [class, method, arguments] as JSON lines, answers a line of JSON each.
 */

define( 'ABSPATH', __DIR__ . '/' );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'DAY_IN_SECONDS', 86400 );

/** What the plugin asks WordPress for on being loaded and in its pure parts. */
function add_action() {}
function add_filter() {}
function register_activation_hook() {}
function register_deactivation_hook() {}
function is_admin() {
	return false;
}
function __( $text ) {
	return $text;
}
function wp_parse_url( $url ) {
	return parse_url( $url );
}

require $argv[1];

foreach ( file( 'php://stdin' ) as $line ) {
	list( $class, $method, $arguments ) = json_decode( $line, true );
	echo json_encode( call_user_func_array( array( $class, $method ), $arguments ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ), "\n";
}
