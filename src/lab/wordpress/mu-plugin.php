<?php
/**
 * Plugin Name: Hamlet's try-out
 * Description: Lets a WordPress to play with call this machine, and be posted to as if by many people. Never for a real blog.
 */

if ( isset( $_SERVER['HTTP_X_LAB_ADDRESS'] ) ) {
	$_SERVER['REMOTE_ADDR'] = $_SERVER['HTTP_X_LAB_ADDRESS'];
}

add_filter( 'pre_wp_mail', '__return_true' );
remove_action( 'check_comment_flood', 'check_comment_flood_db', 10 );
add_filter( 'rest_allow_anonymous_comments', '__return_true' );
add_filter( 'xmlrpc_allow_anonymous_comments', '__return_true' );
add_filter( 'wp_is_application_passwords_available', '__return_true' );
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter(
	'http_allowed_safe_ports',
	function ( $ports, $host, $url ) {
		return array_merge( $ports, array( (int) wp_parse_url( $url, PHP_URL_PORT ) ) );
	},
	10,
	3
);

// Every call that the blog makes to Hamlet, with the page on which it makes it.
add_filter(
	'pre_http_request',
	function ( $answer, $args, $url ) {
		$connection = get_option( 'hamlet_connection' );
		if ( isset( $connection['address'] ) && 0 === strpos( $url, $connection['address'] ) ) {
			$page = PHP_SAPI === 'cli' ? 'cli' : $_SERVER['REQUEST_METHOD'] . ' ' . $_SERVER['REQUEST_URI'];
			file_put_contents( WP_CONTENT_DIR . '/hamlet-lab.log', "$page\t{$args['method']} $url\n", FILE_APPEND | LOCK_EX );
		}
		return $answer;
	},
	10,
	3
);
