<?php
/** Acts inside a WordPress that lies at a path: inside.php PATH ACTION [JSON]. Answers JSON. */

// WordPress uses short names in the global scope itself.
define( 'LAB_ACTION', $argv[2] );
define( 'LAB_GIVEN', json_decode( isset( $argv[3] ) ? $argv[3] : '{}', true ) );
$_SERVER['REQUEST_METHOD'] = 'GET';
// A network of blogs is found by the host that it is asked for.
if ( preg_match( "/'DOMAIN_CURRENT_SITE'\s*,\s*'([^']+)'/", (string) file_get_contents( $argv[1] . '/wp-config.php' ), $lab_host ) ) {
	$_SERVER['HTTP_HOST'] = $lab_host[1];
}
if ( 'cron' === LAB_ACTION ) {
	define( 'DOING_CRON', true );
}
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

/** A comment as the try-out looks at it. */
function lab_comment( WP_Comment $comment ) {
	$record = get_comment_meta( $comment->comment_ID, '_hamlet', true );
	return array(
		'id'      => (int) $comment->comment_ID,
		'status'  => wp_get_comment_status( $comment ),
		'type'    => $comment->comment_type,
		'author'  => $comment->comment_author,
		'content' => $comment->comment_content,
		'hamlet'  => (string) ( get_comment_meta( $comment->comment_ID, '_hamlet_id', true ) ?: get_comment_meta( $comment->comment_ID, 'akismet_guid', true ) ),
		'told'    => is_array( $record ) ? $record['status'] : '',
		'answers' => '' === get_comment_meta( $comment->comment_ID, '_hamlet_reply', true ) ? 0 : (int) $comment->comment_parent,
	);
}

/** What is left of Hamlet in the blog that is switched to. */
function lab_left() {
	global $wpdb;
	return array(
		'options' => (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%hamlet%' AND option_name NOT LIKE '\\_site\\_transient%'" ),
		'meta'    => (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->commentmeta WHERE meta_key LIKE '%hamlet%'" ),
		'tables'  => count( $wpdb->get_col( "SHOW TABLES LIKE '%hamlet%'" ) ),
		'cron'    => substr_count( wp_json_encode( _get_cron_array() ), 'hamlet' ),
	);
}

$lab_actions = array(
	'about'    => function () {
		global $wpdb;
		return array(
			'url'       => home_url(),
			'wordpress' => get_bloginfo( 'version' ),
			'php'       => PHP_VERSION,
			'database'  => $wpdb->db_server_info(),
			'network'   => is_multisite(),
			'log'       => (string) ini_get( 'error_log' ),
		);
	},
	'prepare'  => function ( $given ) {
		global $wpdb;
		foreach ( array( 'hamlet_connection', 'hamlet_state', 'wordpress_api_key', 'akismet_alert_code', 'hamlet_akismet_deleted' ) as $option ) {
			delete_option( $option );
		}
		update_option( 'active_plugins', array() );
		delete_site_option( 'active_sitewide_plugins' );
		foreach ( is_multisite() ? get_sites( array( 'path' => '/second/' ) ) : array() as $second ) {
			require_once ABSPATH . 'wp-admin/includes/ms.php';
			wpmu_delete_blog( $second->id, true );
		}
		foreach ( array( 'hamlet', 'hamlet-akismet' ) as $plugin ) {
			array_map( 'unlink', (array) glob( WP_PLUGIN_DIR . "/$plugin/*" ) );
			@rmdir( WP_PLUGIN_DIR . "/$plugin" );
		}
		_set_cron_array( array_filter( _get_cron_array(), function ( $hooks ) {
			return ! preg_grep( '/akismet|hamlet/', array_keys( $hooks ) );
		} ) );
		$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}hamlet_outbox" );
		wp_mkdir_p( WPMU_PLUGIN_DIR );
		copy( __DIR__ . '/mu-plugin.php', WPMU_PLUGIN_DIR . '/hamlet-lab.php' );
		foreach ( get_comments( array( 'status' => 'any', 'fields' => 'ids' ) ) as $id ) {
			wp_delete_comment( $id, true );
		}
		@unlink( WP_CONTENT_DIR . '/hamlet-lab.log' );
		foreach ( $given['options'] as $name => $value ) {
			update_option( $name, $value );
		}
		$GLOBALS['wp_rewrite']->init();
		flush_rewrite_rules();
		foreach ( $given['users'] as $login => $role ) {
			$known = get_user_by( 'login', $login );
			$id    = $known ? $known->ID : wp_create_user( $login, $given['password'], "$login@lab.example" );
			wp_set_password( $given['password'], $id );
			( new WP_User( $id ) )->set_role( $role );
			if ( is_multisite() && 'administrator' === $role ) {
				require_once ABSPATH . 'wp-admin/includes/ms.php';
				grant_super_admin( $id );
			}
			wp_update_user( array( 'ID' => $id, 'display_name' => ucfirst( $login ) ) );
			update_user_meta( $id, 'edit_comments_per_page', 100 );
		}
		$posts = array();
		foreach ( $given['posts'] as $title => $text ) {
			$known   = get_page_by_path( sanitize_title( $title ), OBJECT, 'post' );
			$id      = $known ? $known->ID : wp_insert_post( array( 'post_title' => $title, 'post_content' => $text, 'post_status' => 'publish', 'post_author' => 1 ) );
			$posts[] = array( 'id' => $id, 'url' => get_permalink( $id ) );
		}
		// The last post links to the first, so that a pingback of the blog's own is true.
		$last = end( $posts );
		wp_update_post( array( 'ID' => $last['id'], 'post_content' => $text . ' <a href="' . $posts[0]['url'] . '">Bread needs patience, too.</a>' ) );
		return $posts;
	},
	'themes'   => function () {
		$themes = array( 'now' => get_stylesheet() );
		foreach ( wp_get_themes() as $name => $theme ) {
			$themes += array( $theme->is_block_theme() ? 'block' : 'classic' => $name );
		}
		return $themes;
	},
	'theme'    => function ( $given ) {
		switch_theme( $given['theme'] );
		return get_stylesheet();
	},
	'password' => function ( $given ) {
		$user = get_user_by( 'login', $given['user'] );
		WP_Application_Passwords::delete_all_application_passwords( $user->ID );
		return WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => 'lab' ) )[0];
	},
	'comments' => function () {
		return array_map(
			'lab_comment',
			array_merge( get_comments( array( 'status' => 'all', 'type' => 'all', 'orderby' => 'comment_ID', 'order' => 'ASC' ) ), get_comments( array( 'status' => 'spam' ) ), get_comments( array( 'status' => 'trash' ) ) )
		);
	},
	'cron'     => function () {
		global $wpdb;
		// Time passes: what was put off is due, and the feed was read long ago.
		$wpdb->suppress_errors();
		$wpdb->query( "UPDATE {$wpdb->prefix}hamlet_outbox SET due = 0, leased = 0" );
		$state = get_option( 'hamlet_state', array() );
		update_option( 'hamlet_state', array( 'pushed_at' => 0, 'polled_at' => 0 ) + (array) $state, false );
		if ( class_exists( 'Hamlet_Akismet' ) ) {
			do_action( 'akismet_schedule_cron_recheck' );
			do_action( 'hamlet_akismet_tell' );
			$left = "SELECT COUNT(*) FROM $wpdb->commentmeta WHERE meta_key IN ( 'akismet_error', '_hamlet_untold', '_hamlet_unasked' )";
			return (int) $wpdb->get_var( $left ) + count( (array) get_option( 'hamlet_akismet_deleted', array() ) );
		}
		do_action( 'hamlet_often' );
		return (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}hamlet_outbox" );
	},
	// As WordPress has it of spam that was stored before the plugin's file came.
	'stored before' => function ( $given ) {
		return delete_comment_meta( $given['id'], '_wp_trash_meta_status' );
	},
	'akismet key' => function () {
		return (string) get_option( 'wordpress_api_key' );
	},
	'fallback' => function () {
		foreach ( get_comments( array( 'status' => 'hold', 'type' => 'all', 'fields' => 'ids' ) ) as $id ) {
			do_action( 'akismet_approval_fallback', $id );
		}
		return 'fired';
	},
	'recheck'  => function () {
		return array_map( array( 'Akismet', 'recheck_comment' ), get_comments( array( 'status' => 'hold', 'type' => 'all', 'fields' => 'ids' ) ) );
	},
	'scheduled' => function () {
		return array_merge( array(), ...array_map( 'array_keys', array_values( array_filter( _get_cron_array(), 'is_array' ) ) ) );
	},
	'privacy'  => function ( $given ) {
		$exporters = apply_filters( 'wp_privacy_personal_data_exporters', array() );
		$erasers   = apply_filters( 'wp_privacy_personal_data_erasers', array() );
		return array(
			'export' => call_user_func( $exporters['hamlet']['callback'], $given['email'], 1 ),
			'erase'  => call_user_func( $erasers['hamlet']['callback'], $given['email'], 1 ),
		);
	},
	'log'      => function () {
		$file = WP_CONTENT_DIR . '/hamlet-lab.log';
		return is_file( $file ) ? file( $file, FILE_IGNORE_NEW_LINES ) : array();
	},
	'remove'   => function () {
		deactivate_plugins( 'hamlet/hamlet.php' );
		uninstall_plugin( 'hamlet/hamlet.php' );
		$left = lab_left();
		foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'site__not_in' => array( get_current_blog_id() ) ) ) : array() as $blog ) {
			switch_to_blog( $blog );
			foreach ( lab_left() as $what => $count ) {
				$left[ $what ] += $count;
			}
			restore_current_blog();
		}
		return $left;
	},
	'second'   => function () {
		$found = get_sites( array( 'path' => '/second/', 'fields' => 'ids' ) );
		$blog  = $found ? $found[0] : wpmu_create_blog( get_network()->domain, '/second/', 'A second blog', get_user_by( 'login', 'owner' )->ID );
		switch_to_blog( $blog );
		update_option( 'comment_previously_approved', '' );
		update_option( 'default_comment_status', 'open' );
		$connection = get_option( 'hamlet_connection' );
		$post       = get_posts( array( 'numberposts' => 1 ) )[0];
		return array(
			'url'      => home_url(),
			'post'     => array( 'id' => $post->ID, 'url' => get_permalink( $post ) ),
			'site'     => is_array( $connection ) ? $connection['site'] : '',
			'comments' => array_map( 'lab_comment', get_comments( array( 'status' => 'all', 'search' => '@second.example', 'orderby' => 'comment_ID', 'order' => 'ASC' ) ) ),
		);
	},
);

echo wp_json_encode( $lab_actions[ LAB_ACTION ]( LAB_GIVEN ) );
