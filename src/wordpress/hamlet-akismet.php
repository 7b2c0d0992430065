<?php
/**
 * Plugin Name:       Hamlet for the Akismet plugin
 * Description:       Sends what the Akismet plugin asks to your own Hamlet, keeps what it holds pending, and tells it what moderators do here.
 * Version:           1.0.0
 * Requires at least: 5.9
 * Requires PHP:      7.4
 * Author:            The Hamlet project
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       hamlet-akismet
 *
 * Works in the folder plugins, and in mu-plugins.
 *
 * @package Hamlet
 */

// phpcs:disable WordPress.Files.FileName -- Named for whoever finds it among her plugins.

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

defined( 'HAMLET_URL' ) || define( 'HAMLET_URL', 'https://hamlet.you.workers.dev' );

/**
 * Stands between the Akismet plugin and Hamlet.
 */
final class Hamlet_Akismet {

	const VERSION = '1.0.0';

	/** Seconds: a visitor waits for the answer. */
	const LIMIT = 8;

	/** Akismet's host; old versions of the plugin have the key in it. */
	const HOST = '/^(?:([a-z0-9]{12})\.)?rest\.akismet\.com$/i';

	/** What is still to be told of a comment: who did it. */
	const UNTOLD = '_hamlet_untold';

	/** Its text was changed, and Hamlet does not know yet. */
	const UNASKED = '_hamlet_unasked';

	/** Guids of deleted comments that Hamlet is still to be told of. */
	const DELETED = 'hamlet_akismet_deleted';

	/** Cron: tells what could not be told. */
	const TELL = 'hamlet_akismet_tell';

	/** Comments told in one go. */
	const PAGE = 50;

	/**
	 * Comments asked about and not stored so far: where Hamlet has them, by guid.
	 *
	 * @var string[]
	 */
	private static $asked = array();

	/**
	 * The stored comment that was asked about last, and where Hamlet has it.
	 *
	 * @var array
	 */
	private static $rechecked = array( 0, '' );

	/**
	 * The comment whose text is being changed.
	 *
	 * @var int
	 */
	private static $edited = 0;

	/**
	 * Whether WordPress' own guesses are not asked.
	 *
	 * @var bool
	 */
	private static $giving_way = false;

	/**
	 * Whether a status is being set on Hamlet's word.
	 *
	 * @var bool
	 */
	private static $applying = false;

	/**
	 * In whose name cron tells.
	 *
	 * @var string
	 */
	private static $reporter = '';

	/** Hooks. */
	public static function init() {
		add_filter( 'pre_http_request', array( __CLASS__, 'send' ), 9, 3 );
		add_filter( 'akismet_ua', array( __CLASS__, 'name' ) );
		add_filter( 'akismet_request_args', array( __CLASS__, 'complete' ), 10, 2 );
		// What waits, waits for a person: no clock publishes it.
		add_action( 'init', array( __CLASS__, 'unhook' ), 11 );
		add_filter( 'pre_schedule_event', array( __CLASS__, 'schedule' ), 10, 2 );
		add_filter( 'pre_option_comment_moderation', array( __CLASS__, 'moderate' ) );
		add_filter( 'pre_option_comment_previously_approved', array( __CLASS__, 'give_way' ) );
		add_filter( 'pre_option_comment_max_links', array( __CLASS__, 'give_way' ) );
		add_filter( 'pre_comment_approved', array( __CLASS__, 'hold' ), 99, 2 );
		add_filter( 'rest_pre_insert_comment', array( __CLASS__, 'hold_rest' ), 99 );
		add_action( 'wp_insert_comment', array( __CLASS__, 'inserted' ), 9, 2 );
		add_filter( 'wp_update_comment_data', array( __CLASS__, 'edits' ), 99, 2 );
		add_action( 'edit_comment', array( __CLASS__, 'edited' ) );
		add_action( 'unspam_comment', array( __CLASS__, 'restoring' ) );
		// After the plugin, which tells "Spam" and "Not spam" itself.
		add_action( 'transition_comment_status', array( __CLASS__, 'changed' ), 20, 3 );
		add_action( 'delete_comment', array( __CLASS__, 'deleted' ), 10, 2 );
		add_filter( 'rest_request_after_callbacks', array( __CLASS__, 'told' ), 10, 3 );
		add_action( 'shutdown', array( __CLASS__, 'abandon' ) );
		add_action( self::TELL, array( __CLASS__, 'tell_again' ) );
		add_action( 'admin_init', array( __CLASS__, 'look_at_key' ), 1 );
		register_activation_hook( __FILE__, array( __CLASS__, 'activate' ) );
	}

	/**
	 * Sends a call of Akismet to Hamlet.
	 *
	 * @param false|array|WP_Error $answer False: nobody answered so far.
	 * @param array                $args   Of the request.
	 * @param string               $url    Where to.
	 * @return false|array|WP_Error
	 */
	public static function send( $answer, $args, $url ) {
		if ( false !== $answer || ! preg_match( self::HOST, (string) wp_parse_url( $url, PHP_URL_HOST ), $match ) ) {
			return $answer;
		}
		$path  = (string) wp_parse_url( $url, PHP_URL_PATH );
		$query = (string) wp_parse_url( $url, PHP_URL_QUERY );
		unset( $args['headers']['Host'], $args['headers']['host'] );
		if ( isset( $match[1] ) && is_string( $args['body'] ) ) {
			$args['body'] .= '&api_key=' . $match[1];
		}
		$args['timeout'] = min( self::LIMIT, (int) $args['timeout'] );
		$reply           = wp_remote_request( untrailingslashit( HAMLET_URL ) . $path . ( '' === $query ? '' : "?$query" ), $args );
		if ( is_wp_error( $reply ) ) {
			// As an answer: the plugin would try twice more, and the visitor waits.
			$reply = self::nothing( $reply->get_error_message() );
		}
		wp_parse_str( is_string( $args['body'] ) ? $args['body'] : '', $sent );
		switch ( basename( $path ) ) {
			case 'comment-check':
				return self::checked( $reply, $sent );
			case 'submit-spam':
			case 'submit-ham':
			case 'comment-status':
				self::note_told( $reply, $sent );
		}
		return $reply;
	}

	/**
	 * An answer that says nothing.
	 *
	 * @param string $why For a log.
	 * @return array
	 */
	private static function nothing( $why ) {
		return array(
			'headers'  => array( 'x-hamlet-failure' => $why ),
			'body'     => '',
			'response' => array(
				'code'    => 503,
				'message' => 'Service Unavailable',
			),
			'cookies'  => array(),
			'filename' => null,
		);
	}

	/**
	 * Looks at what is answered about a comment. Without a guid the plugin would not tie the answer to the comment: WordPress' own
	 * rules would publish it, and nobody would ask again.
	 *
	 * @param array $reply The answer.
	 * @param array $sent  What was sent.
	 * @return array
	 */
	private static function checked( $reply, array $sent ) {
		$guid = (string) wp_remote_retrieve_header( $reply, 'x-akismet-guid' );
		if ( '' === $guid ) {
			$guid                               = empty( $sent['guid'] ) ? md5( wp_generate_uuid4() ) : (string) $sent['guid'];
			$reply['headers']['x-akismet-guid'] = $guid;
		}
		$answered   = in_array( wp_remote_retrieve_body( $reply ), array( 'true', 'false' ), true );
		$status     = $answered ? (string) wp_remote_retrieve_header( $reply, 'x-hamlet-status' ) : '';
		$comment_id = isset( $sent['recheck_reason'], $sent['comment_ID'] ) ? (int) $sent['comment_ID'] : 0;
		if ( $comment_id ) {
			self::$rechecked = array( $comment_id, $status );
			if ( $answered ) {
				update_comment_meta( $comment_id, 'akismet_guid', $guid );
			}
		} elseif ( in_array( $status, array( 'pending', 'published' ), true ) ) {
			self::$asked[ $guid ] = $status;
		}
		return $reply;
	}

	/**
	 * Says in the plugin's name that this file is with it.
	 *
	 * @param string $agent The plugin's name.
	 * @return string
	 */
	public static function name( $agent ) {
		return $agent . ' | Hamlet/' . self::VERSION;
	}

	/**
	 * Names a stored comment by its guid, and where Hamlet is to tell decisions.
	 *
	 * @param array  $args What is going to be sent.
	 * @param string $call Which call.
	 * @return array
	 */
	public static function complete( $args, $call ) {
		if ( empty( $args['comment_ID'] ) || ! in_array( $call, array( 'comment-check', 'submit-spam', 'submit-ham' ), true ) ) {
			return $args;
		}
		$guid = get_comment_meta( (int) $args['comment_ID'], 'akismet_guid', true );
		if ( $guid ) {
			$args['guid'] = $guid;
		}
		if ( 'comment-check' === $call ) {
			$args['callback'] = get_rest_url( null, 'akismet/v1/webhook' );
		}
		if ( '' !== self::$reporter ) {
			$args['reporter'] = self::$reporter;
		}
		return $args;
	}

	/** The plugin publishes what waits after a while: not here. */
	public static function unhook() {
		remove_action( 'akismet_approval_fallback', array( 'Akismet', 'approval_fallback' ) );
	}

	/**
	 * Nor is that scheduled, comment by comment.
	 *
	 * @param null|bool|WP_Error $done  Null: nobody took it so far.
	 * @param object             $event What is to be scheduled.
	 * @return null|bool|WP_Error
	 */
	public static function schedule( $done, $event ) {
		return isset( $event->hook ) && 'akismet_approval_fallback' === $event->hook ? true : $done;
	}

	/**
	 * "Comment must be manually approved", for the one comment that cron asks about again and that Hamlet holds: for the plugin
	 * `false` means that it is to be published.
	 *
	 * @param mixed $value False: as the option says.
	 * @return mixed
	 */
	public static function moderate( $value ) {
		list( $comment_id, $status ) = self::$rechecked;
		return 'pending' === $status && get_comment_meta( $comment_id, 'akismet_rechecking', true ) ? '1' : $value;
	}

	/**
	 * WordPress' two guesses, known authors and the number of links, give way to Hamlet's verdict, where it publishes.
	 *
	 * @param mixed $value False: as the option says.
	 * @return mixed
	 */
	public static function give_way( $value ) {
		list( $comment_id, $status ) = self::$rechecked;
		return self::$giving_way || ( 'published' === $status && get_comment_meta( $comment_id, 'akismet_rechecking', true ) ) ? 0 : $value;
	}

	/**
	 * Keeps pending what Hamlet holds, as versions of the plugin before 5.5 do not; and publishes what it publishes, unless "Comment
	 * must be manually approved" or the words of the moderation list hold it.
	 *
	 * @param int|string|WP_Error $approved What WordPress and the plugin would do.
	 * @param array               $data     The comment.
	 * @return int|string|WP_Error
	 */
	public static function hold( $approved, $data ) {
		if ( ! is_numeric( $approved ) ) {
			return $approved;
		}
		if ( self::is_held( $data ) ) {
			return 0;
		}
		$guid = isset( $data['akismet_guid'] ) ? $data['akismet_guid'] : '';
		if ( 1 === (int) $approved || ! isset( self::$asked[ $guid ] ) ) {
			return $approved;
		}
		self::$giving_way = true;
		$passes           = check_comment( $data['comment_author'], $data['comment_author_email'], $data['comment_author_url'], $data['comment_content'], $data['comment_author_IP'], $data['comment_agent'], $data['comment_type'] );
		self::$giving_way = false;
		return $passes ? 1 : 0;
	}

	/**
	 * The same for the REST API, where WordPress chooses the status before the plugin asks; and where nobody answered.
	 *
	 * @param array|WP_Error $data The comment.
	 * @return array|WP_Error
	 */
	public static function hold_rest( $data ) {
		if ( ! is_array( $data ) || 'spam' === (string) ( $data['comment_approved'] ?? '' ) ) {
			return $data;
		}
		$unanswered               = isset( $data['comment_meta']['akismet_error'] ) && ! current_user_can( 'moderate_comments' );
		$data['comment_approved'] = $unanswered ? '0' : self::hold( $data['comment_approved'] ?? '0', $data );
		return $data;
	}

	/**
	 * Whether Hamlet holds a comment that is on its way.
	 *
	 * @param array $data The comment.
	 * @return bool
	 */
	private static function is_held( array $data ) {
		$guid = isset( $data['akismet_guid'] ) ? $data['akismet_guid'] : '';
		return isset( self::$asked[ $guid ] ) && 'pending' === self::$asked[ $guid ];
	}

	/**
	 * A comment is stored.
	 *
	 * @param int        $comment_id Its number.
	 * @param WP_Comment $comment    The comment.
	 */
	public static function inserted( $comment_id, $comment ) {
		$guid = self::guid( $comment_id );
		if ( '' === $guid ) {
			return;
		}
		$held = isset( self::$asked[ $guid ] ) && 'published' === self::$asked[ $guid ] && '0' === (string) $comment->comment_approved;
		unset( self::$asked[ $guid ] );
		if ( $held ) {
			// By the blog's own rules: it waits for a person in Hamlet, too.
			self::note_untold( (int) $comment_id );
		}
		if ( 'spam' === $comment->comment_approved ) {
			// "Not spam" then publishes at once, instead of leaving it pending.
			add_comment_meta( $comment_id, '_wp_trash_meta_status', '1', true );
		}
		if ( get_comment_meta( $comment_id, 'akismet_schedule_approval_fallback', true ) ) {
			// Moderators hear of it now: there is nothing to wait for but them.
			delete_comment_meta( $comment_id, 'akismet_delay_moderation_email' );
			delete_comment_meta( $comment_id, 'akismet_schedule_email_fallback' );
		}
	}

	/**
	 * "Not spam" publishes what was stored as spam before this file came, too: without a status to go back to WordPress would leave it
	 * pending, which is no approval.
	 *
	 * @param int|string $comment_id Its number.
	 */
	public static function restoring( $comment_id ) {
		if ( '' !== self::guid( (int) $comment_id ) && ! metadata_exists( 'comment', (int) $comment_id, '_wp_trash_meta_status' ) ) {
			add_comment_meta( (int) $comment_id, '_wp_trash_meta_status', '1', true );
		}
	}

	/** What WordPress refused after the question does not exist: nobody is to look for it in Hamlet. */
	public static function abandon() {
		foreach ( array_keys( self::$asked ) as $guid ) {
			if ( ! self::find( (string) $guid ) ) {
				self::tell( 'delete', (string) $guid, 0 );
			}
		}
		self::$asked = array();
	}

	/**
	 * Notes that a text is being changed.
	 *
	 * @param array|WP_Error $data    The new columns.
	 * @param array          $comment The old ones, with slashes.
	 * @return array|WP_Error
	 */
	public static function edits( $data, $comment ) {
		$old          = wp_unslash( $comment );
		self::$edited = 0;
		foreach ( array( 'comment_content', 'comment_author', 'comment_author_email', 'comment_author_url' ) as $field ) {
			if ( is_array( $data ) && (string) ( $data[ $field ] ?? '' ) !== (string) ( $old[ $field ] ?? '' ) ) {
				self::$edited = (int) $data['comment_ID'];
			}
		}
		return $data;
	}

	/**
	 * Tells Hamlet what a text was made into. Where the comment is stays the moderator's choice.
	 *
	 * @param int $comment_id Its number.
	 */
	public static function edited( $comment_id ) {
		if ( self::$edited !== (int) $comment_id || '' === self::guid( (int) $comment_id ) || ! method_exists( 'Akismet', 'check_db_comment' ) ) {
			return;
		}
		self::$edited = 0;
		if ( ! self::ask_about_edit( (int) $comment_id ) ) {
			update_comment_meta( $comment_id, self::UNASKED, '1' );
			self::note_untold( (int) $comment_id );
		}
	}

	/**
	 * Asks about a text that was changed, and says where it stays.
	 *
	 * @param int $comment_id Its number.
	 * @return bool Whether there was an answer.
	 */
	private static function ask_about_edit( $comment_id ) {
		$answer = Akismet::check_db_comment( $comment_id, 'edit' );
		if ( 'true' !== $answer && 'false' !== $answer ) {
			return false;
		}
		delete_comment_meta( $comment_id, self::UNASKED );
		$places = array(
			'published' => 'approved',
			'pending'   => 'unapproved',
			'spam'      => 'spam',
			'discarded' => 'trash',
		);
		$there  = self::$rechecked[1];
		if ( isset( $places[ $there ] ) && wp_get_comment_status( $comment_id ) !== $places[ $there ] ) {
			self::tell_status( $comment_id );
		}
		return true;
	}

	/**
	 * Tells what moderators do and the plugin does not tell: approve what was pending, unapprove, trash, restore.
	 *
	 * @param string     $new_status New status.
	 * @param string     $old_status Status before.
	 * @param WP_Comment $comment    The comment.
	 */
	public static function changed( $new_status, $old_status, $comment ) {
		$comment_id = (int) $comment->comment_ID;
		$guid       = self::guid( $comment_id );
		if ( '' === $guid || $new_status === $old_status || ! class_exists( 'Akismet' ) || ! self::is_by_person( $comment ) ) {
			return;
		}
		if ( 'approved' === $new_status && 'unapproved' === $old_status ) {
			Akismet::submit_nonspam_comment( $comment_id );
		} elseif ( 'trash' === $old_status && 'delete' !== $new_status ) {
			self::tell( 'restore', $guid, $comment_id );
		} elseif ( 'trash' === $new_status ) {
			self::tell( 'trash', $guid, $comment_id );
		} elseif ( 'unapproved' === $new_status ) {
			self::tell( 'hold', $guid, $comment_id );
		}
	}

	/**
	 * Whether a change of status comes from a person, and not from Hamlet, a recheck or cron.
	 *
	 * @param WP_Comment $comment The comment.
	 * @return bool
	 */
	private static function is_by_person( $comment ) {
		if ( self::$applying || wp_doing_cron() || ( defined( 'WP_IMPORTING' ) && WP_IMPORTING ) || get_comment_meta( (int) $comment->comment_ID, 'akismet_rechecking', true ) ) {
			return false;
		}
		return ( defined( 'WP_CLI' ) && WP_CLI ) || current_user_can( 'moderate_comments' ) || current_user_can( 'edit_post', (int) $comment->comment_post_ID );
	}

	/**
	 * A comment is deleted for good. The plugin itself empties the spam folder by cron; that is no judgement, and Hamlet lets spam
	 * go in its own time.
	 *
	 * @param int        $comment_id Its number.
	 * @param WP_Comment $comment    The comment.
	 */
	public static function deleted( $comment_id, $comment ) {
		$guid = self::guid( (int) $comment_id );
		if ( '' !== $guid && ! ( 'spam' === $comment->comment_approved && wp_doing_cron() ) ) {
			self::tell( 'delete', $guid, 0 );
		}
	}

	/**
	 * Tells where a comment went.
	 *
	 * @param string $status     hold, trash, restore or delete.
	 * @param string $guid       Its guid.
	 * @param int    $comment_id Its number; 0: it does not exist any more.
	 */
	private static function tell( $status, $guid, $comment_id ) {
		if ( ! class_exists( 'Akismet' ) || ! Akismet::get_api_key() ) {
			return;
		}
		$told = array(
			'blog'           => get_option( 'home' ),
			'guid'           => $guid,
			'comment_ID'     => $comment_id,
			'comment_status' => $status,
			'reporter'       => '' === self::$reporter ? wp_get_current_user()->user_login : self::$reporter,
		);
		Akismet::http_post( build_query( array_map( 'rawurlencode', $told ) ), 'comment-status' );
	}

	/**
	 * Tells where a comment is.
	 *
	 * @param int $comment_id Its number.
	 */
	private static function tell_status( $comment_id ) {
		switch ( wp_get_comment_status( $comment_id ) ) {
			case 'approved':
				Akismet::submit_nonspam_comment( $comment_id );
				break;
			case 'spam':
				Akismet::submit_spam_comment( $comment_id );
				break;
			case 'trash':
				self::tell( 'trash', self::guid( $comment_id ), $comment_id );
				break;
			default:
				self::tell( 'hold', self::guid( $comment_id ), $comment_id );
		}
	}

	/**
	 * Notes whether something was told; what was not is told again.
	 *
	 * @param array $reply The answer.
	 * @param array $sent  What was sent.
	 */
	private static function note_told( $reply, array $sent ) {
		$told       = 0 === strpos( wp_remote_retrieve_body( $reply ), 'Thanks' );
		$comment_id = (int) ( $sent['comment_ID'] ?? 0 );
		if ( $comment_id ) {
			$told ? delete_comment_meta( $comment_id, self::UNTOLD ) : self::note_untold( $comment_id );
			return;
		}
		$guid    = (string) ( $sent['guid'] ?? '' );
		$deleted = (array) get_option( self::DELETED, array() );
		$left    = $told ? array_diff( $deleted, array( $guid ) ) : array_unique( array_merge( $deleted, array( $guid ) ) );
		if ( $left !== $deleted ) {
			update_option( self::DELETED, array_values( array_slice( $left, -1000 ) ), false );
		}
		if ( ! $told ) {
			self::soon();
		}
	}

	/**
	 * Notes that Hamlet is still to be told of a comment.
	 *
	 * @param int $comment_id Its number.
	 */
	private static function note_untold( $comment_id ) {
		$by = '' === self::$reporter ? wp_get_current_user()->user_login : self::$reporter;
		update_comment_meta( $comment_id, self::UNTOLD, $by );
		self::soon();
	}

	/** Cron is to tell what could not be told. */
	private static function soon() {
		if ( ! wp_next_scheduled( self::TELL ) ) {
			wp_schedule_single_event( time() + 5 * MINUTE_IN_SECONDS, self::TELL );
		}
	}

	/** Tells what could not be told: of each comment where it is now. Goes on until Hamlet is away again. */
	public static function tell_again() {
		if ( ! class_exists( 'Akismet' ) ) {
			return;
		}
		$comments = get_comments(
			array(
				'status'   => array( 'all', 'spam', 'trash' ),
				'fields'   => 'ids',
				'number'   => self::PAGE,
				// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- Only after Hamlet was away, and by cron.
				'meta_key' => self::UNTOLD,
			)
		);
		foreach ( $comments as $comment_id ) {
			self::$reporter = (string) get_comment_meta( $comment_id, self::UNTOLD, true );
			delete_comment_meta( $comment_id, self::UNTOLD );
			if ( get_comment_meta( $comment_id, self::UNASKED, true ) && ! self::ask_about_edit( $comment_id ) ) {
				self::note_untold( $comment_id );
			} else {
				self::tell_status( $comment_id );
			}
			if ( metadata_exists( 'comment', $comment_id, self::UNTOLD ) ) {
				return;
			}
		}
		self::$reporter = '';
		foreach ( array_slice( (array) get_option( self::DELETED, array() ), 0, self::PAGE ) as $guid ) {
			self::tell( 'delete', $guid, 0 );
		}
		if ( count( $comments ) === self::PAGE || get_option( self::DELETED, array() ) ) {
			self::soon();
		}
	}

	/**
	 * Hamlet tells a decision by the plugin's own webhook, whose two words leave much open: what was decided is set.
	 *
	 * @param WP_REST_Response|WP_Error|mixed $response The plugin's answer; an error: the key was wrong.
	 * @param array                           $handler  Of the route.
	 * @param WP_REST_Request                 $request  The request.
	 * @return WP_REST_Response|WP_Error|mixed
	 */
	public static function told( $response, $handler, $request ) {
		if ( '/akismet/v1/webhook' !== $request->get_route() || ! $response instanceof WP_REST_Response ) {
			return $response;
		}
		$data = (array) $response->get_data();
		foreach ( (array) $request->get_param( 'comments' ) as $told ) {
			if ( empty( $told['guid'] ) || empty( $told['hamlet_status'] ) ) {
				continue;
			}
			$guid    = (string) $told['guid'];
			$comment = self::find( $guid );
			if ( $comment ) {
				self::set_status( $comment, (string) $told['hamlet_status'] );
			}
			$data['comments'][ $guid ]['hamlet'] = $comment ? (string) wp_get_comment_status( (int) $comment->comment_ID ) : 'gone';
		}
		$response->set_data( $data );
		return $response;
	}

	/**
	 * Sets a status without telling Hamlet what it told.
	 *
	 * @param WP_Comment $comment The comment.
	 * @param string     $status  Hamlet's.
	 */
	private static function set_status( WP_Comment $comment, $status ) {
		$comment_id     = (int) $comment->comment_ID;
		self::$applying = true;
		if ( 'spam' === $status || ( 'discarded' === $status && ! EMPTY_TRASH_DAYS ) ) {
			wp_spam_comment( $comment );
		} elseif ( 'discarded' === $status ) {
			// The plugin has just made spam of it: restored, it must not be spam.
			wp_set_comment_status( $comment_id, 'hold' );
			wp_trash_comment( $comment_id );
		} elseif ( in_array( $status, array( 'published', 'pending' ), true ) ) {
			delete_comment_meta( $comment_id, '_wp_trash_meta_status' );
			delete_comment_meta( $comment_id, '_wp_trash_meta_time' );
			wp_set_comment_status( $comment_id, 'published' === $status ? 'approve' : 'hold' );
		}
		self::$applying = false;
	}

	/**
	 * A comment's guid.
	 *
	 * @param int $comment_id Its number.
	 * @return string '' for none.
	 */
	private static function guid( $comment_id ) {
		return (string) get_comment_meta( $comment_id, 'akismet_guid', true );
	}

	/**
	 * The comment with a guid.
	 *
	 * @param string $guid The guid.
	 * @return WP_Comment|null
	 */
	private static function find( $guid ) {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- A comment query would look among some statuses only; the answer must be fresh.
		$comment_id = $wpdb->get_var( $wpdb->prepare( "SELECT comment_id FROM $wpdb->commentmeta WHERE meta_key = 'akismet_guid' AND meta_value = %s LIMIT 1", $guid ) );
		return $comment_id ? get_comment( (int) $comment_id ) : null;
	}

	/** The plugin's form keeps only 0-9 and a-f of a key: a site key must not fail without a word. */
	public static function look_at_key() {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- It is looked at only, and the plugin checks.
		$typed = isset( $_POST['action'], $_POST['key'] ) && 'enter-key' === $_POST['action'] && is_string( $_POST['key'] ) ? sanitize_text_field( wp_unslash( $_POST['key'] ) ) : '';
		if ( preg_match( '/^(?=.*[g-z])[a-z0-9]{12}$/i', $typed ) ) {
			add_action( 'admin_notices', array( __CLASS__, 'wrong_key' ) );
		}
	}

	/** Says which key is wanted. */
	public static function wrong_key() {
		echo '<div class="notice notice-error"><p>' . esc_html__( 'This is the site\'s own key, or an old one. In Hamlet, on the site\'s page, choose "Wire your blog" and make an Akismet key: it has 12 characters of 0-9 and a-f.', 'hamlet-akismet' ) . '</p></div>';
	}

	/** Sees to it that nothing stays behind. */
	public static function activate() {
		register_uninstall_hook( __FILE__, array( __CLASS__, 'uninstall' ) );
	}

	/** Leaves nothing behind, on no blog of the network. */
	public static function uninstall() {
		if ( ! is_multisite() ) {
			self::remove();
			return;
		}
		$blogs = get_sites(
			array(
				'fields' => 'ids',
				'number' => 0,
			)
		);
		foreach ( $blogs as $blog ) {
			switch_to_blog( $blog );
			self::remove();
			restore_current_blog();
		}
	}

	/** Removes all that this file keeps of a blog. */
	private static function remove() {
		delete_option( self::DELETED );
		delete_metadata( 'comment', 0, self::UNTOLD, '', true );
		delete_metadata( 'comment', 0, self::UNASKED, '', true );
		wp_clear_scheduled_hook( self::TELL );
	}
}

Hamlet_Akismet::init();
