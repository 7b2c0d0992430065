<?php
/**
 * A blog of one post in memory, as far as the plugin asks WordPress for it when it is told an answer: reads calls of Hamlet_Events as
 * JSON lines, [event or list of events], answers what came of each, and in the end the comments.
 */

define( 'ABSPATH', __DIR__ . '/' );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'DB_NAME', 'blog' );
define( 'EMPTY_TRASH_DAYS', 30 );

class WP_Error {
	public $code, $message, $data;
	public function __construct( $code, $message = '', $data = array() ) {
		list( $this->code, $this->message, $this->data ) = array( $code, $message, $data );
	}
	public function get_error_code() {
		return $this->code;
	}
	public function get_error_message() {
		return $this->message;
	}
}
class WP_Comment {
	public function __construct( array $fields ) {
		foreach ( $fields as $name => $value ) {
			$this->$name = $value;
		}
	}
}
class WP_User extends WP_Comment {}
class WP_Post extends WP_Comment {}
class WP_REST_Response {
	public $data;
	public function __construct( $data ) {
		$this->data = $data;
	}
}
class WP_REST_Request {
	private $body;
	public function __construct( $body ) {
		$this->body = $body;
	}
	public function get_body() {
		return $this->body;
	}
}

$options  = array();
$meta     = array();
$comments = array();
$current  = 0;
$users    = array(
	new WP_User( array( 'ID' => 1, 'display_name' => 'Owner', 'user_login' => 'owner', 'user_email' => 'owner@blog.example', 'user_url' => '' ) ),
	new WP_User( array( 'ID' => 2, 'display_name' => 'Anna', 'user_login' => 'anna', 'user_email' => 'anna@blog.example', 'user_url' => '' ) ),
);

$wpdb = new class() {
	public $prefix      = 'wp_';
	public $commentmeta = 'wp_commentmeta';
	public function prepare( $sql, ...$values ) {
		return array( $sql, $values[0] ?? null, $values[1] ?? null, $values );
	}
	public function get_var( $query ) {
		global $meta;
		list( $sql, $key, $value ) = $query;
		if ( false !== strpos( $sql, 'GET_LOCK' ) ) {
			return '1';
		}
		foreach ( $meta as $id => $pairs ) {
			if ( isset( $pairs[ $key ] ) && $pairs[ $key ] === $value ) {
				return (string) $id;
			}
		}
		return null;
	}
	public function get_results() {
		return array();
	}
	public function query() {
		return 1;
	}
};

function add_action() {}
function add_filter() {}
function apply_filters( $name, $value ) {
	return $value;
}
function register_activation_hook() {}
function register_deactivation_hook() {}
function is_admin() {
	return false;
}
function __( $text ) {
	return $text;
}
function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}
function wp_slash( $value ) {
	return is_array( $value ) ? array_map( 'wp_slash', $value ) : ( is_string( $value ) ? addslashes( $value ) : $value );
}
function wp_unslash( $value ) {
	return is_array( $value ) ? array_map( 'wp_unslash', $value ) : ( is_string( $value ) ? stripslashes( $value ) : $value );
}
function get_option( $name, $usual = false ) {
	global $options;
	return $options[ $name ] ?? $usual;
}
function update_option( $name, $value ) {
	global $options;
	$options[ $name ] = $value;
}
function get_comment( $id ) {
	global $comments;
	return $comments[ (int) $id ] ?? null;
}
function get_comment_meta( $id, $key ) {
	global $meta;
	return $meta[ $id ][ $key ] ?? '';
}
function update_comment_meta( $id, $key, $value ) {
	global $meta;
	$meta[ $id ][ $key ] = wp_unslash( $value );
}
function delete_comment_meta( $id, $key ) {
	global $meta;
	unset( $meta[ $id ][ $key ] );
}
function wp_set_comment_status( $id, $status ) {
	get_comment( $id )->comment_approved = 'approve' === $status ? '1' : '0';
}
function get_users() {
	global $users;
	return $users;
}
function get_userdata( $id ) {
	global $users;
	return $users[ $id - 1 ] ?? false;
}
function get_post() {
	return new WP_Post( array( 'post_author' => '1' ) );
}
function get_current_user_id() {
	global $current;
	return $current;
}
function wp_set_current_user( $id ) {
	global $current;
	$current = $id;
}
function is_wp_error( $value ) {
	return $value instanceof WP_Error;
}
function wp_new_comment( $given ) {
	global $comments, $meta, $current;
	$fields = wp_unslash( $given );
	foreach ( $comments as $one ) {
		if ( $one->comment_content === $fields['comment_content'] && $one->comment_parent === $fields['comment_parent'] ) {
			return new WP_Error( 'comment_duplicate', 'Duplicate' );
		}
	}
	$id              = count( $comments ) + 1;
	$approved        = Hamlet_Judge::approve( $fields['user_id'] === $current ? 1 : 0, $fields );
	$comments[ $id ] = new WP_Comment( array( 'comment_ID' => $id, 'comment_approved' => (string) $approved ) + $fields );
	$meta[ $id ]     = $fields['comment_meta'];
	return $id;
}
function wp_list_pluck() {
	return array();
}

require $argv[1];

$options['hamlet_connection'] = array( 'site' => 'blog', 'key' => 'k', 'address' => 'https://hamlet.example', 'user' => 1 );
foreach ( array( 'wp-1' => '0', 'wp-2' => '1' ) as $id => $approved ) {
	$number              = count( $comments ) + 1;
	$comments[ $number ] = new WP_Comment( array( 'comment_ID' => $number, 'comment_post_ID' => 7, 'comment_parent' => 0, 'comment_approved' => $approved, 'comment_content' => 'Nice.', 'comment_type' => 'comment' ) );
	$meta[ $number ]     = array( '_hamlet_id' => $id );
}

foreach ( file( 'php://stdin' ) as $line ) {
	$told = json_decode( $line, true );
	if ( isset( $told['type'] ) ) {
		$answer = Hamlet_Events::take( new WP_REST_Request( $line ) );
		echo json_encode( $answer instanceof WP_Error ? $answer->code : $answer->data['result'] ), "\n";
	} elseif ( isset( $told['deleted'] ) ) {
		unset( $comments[ $told['deleted'] ], $meta[ $told['deleted'] ] );
		echo "null\n";
	} else {
		$apply = new ReflectionMethod( 'Hamlet_Events', 'apply_all' );
		$apply->setAccessible( true );
		$apply->invoke( null, $told );
		echo json_encode( count( Hamlet_Connection::state()['replies'] ) ), "\n";
	}
}
echo json_encode(
	array_values(
		array_map(
			static function ( $comment ) {
				return array( $comment->comment_parent, $comment->comment_author ?? '', $comment->comment_approved, $comment->comment_content );
			},
			$comments
		)
	),
	JSON_UNESCAPED_UNICODE
), "\n";
