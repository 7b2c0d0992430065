<?php
/**
 * Plugin Name:       Hamlet
 * Description:       Your own Hamlet judges each comment before it is stored, says why, and what you decide on either side holds on both.
 * Version:           1.0.0
 * Requires at least: 5.9
 * Requires PHP:      7.4
 * Author:            The Hamlet project
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       hamlet
 *
 * @package Hamlet
 *
 * In this file, in order:
 *
 *   Hamlet_Rules       what follows from what: pure, without WordPress' state
 *   Hamlet_Words       reasons and outcomes as people read them
 *   Hamlet_Connection  which Hamlet, which site, which key
 *   Hamlet_Api         calls of Hamlet
 *   Hamlet_Record      what is known of a comment
 *   Hamlet_Submission  a comment as Hamlet wants it
 *   Hamlet_Form        honeypot, time and privacy sentence under the comment form
 *   Hamlet_Judge       asks before a comment is stored, and after an edit
 *   Hamlet_Decisions   what moderators do here, for Hamlet
 *   Hamlet_Events      what moderators do in Hamlet, for WordPress
 *   Hamlet_Replies     what owners answer in Hamlet, as comments here
 *   Hamlet_Outbox      what is still to be asked and told
 *   Hamlet_List        the column on the comments screen
 *   Hamlet_Settings    the connection page
 *   Hamlet_Privacy     exporter, eraser, text for the privacy policy
 *   Hamlet_Command     wp hamlet
 *   Hamlet_Past        the comments before Hamlet, for it to learn
 *   Hamlet_Plugin      activation, cron, uninstalling
 */

// phpcs:disable Generic.Files.OneObjectStructurePerFile, WordPress.Files.FileName -- The plugin is one file by design.

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What follows from what. Pure: every answer depends on the arguments alone.
 */
final class Hamlet_Rules {

	/** A signed event may be this many seconds old, or ahead. */
	const TOLERANCE = 300;

	/** Milliseconds after which a form's time says nothing: the page may have come out of a cache. */
	const LONGEST_FORM = 86400000;

	/** HTTP answers, 0 for none, that say nothing of the comment but that Hamlet cannot be asked now. */
	const AWAY = array( 0, 401, 403, 429, 502, 503, 504 );

	/** Hosts that may be called without https. */
	const THIS_MACHINE = array( 'localhost', '127.0.0.1', '[::1]' );

	/** Comment types that Hamlet is asked about; WordPress keeps notes of other kinds among the comments, too. */
	const TYPES = array( '', 'comment', 'pingback', 'trackback', 'webmention', 'review' );

	/**
	 * The status in WordPress for a status in Hamlet.
	 *
	 * @param string $status     As Hamlet tells it: published, pending, spam or discarded.
	 * @param bool   $blog_holds Whether the blog's own rules hold what Hamlet would publish.
	 * @return string '1', '0', 'spam' or 'trash', as in the column comment_approved.
	 */
	public static function wp_status( $status, $blog_holds = false ) {
		$places = array(
			'published' => $blog_holds ? '0' : '1',
			'spam'      => 'spam',
			'discarded' => 'trash',
		);
		return isset( $places[ $status ] ) ? $places[ $status ] : '0';
	}

	/**
	 * What a change of status by a person means for Hamlet.
	 *
	 * @param string $new_status As in transition_comment_status: approved, unapproved, spam, trash.
	 * @param string $old_status The same.
	 * @param bool   $restoring  Whether it comes from "Not spam" or "Restore".
	 * @return string approve, spam, discard, hold, undo, or '' for nothing.
	 */
	public static function decision( $new_status, $old_status, $restoring ) {
		if ( $restoring ) {
			return 'undo';
		}
		$meanings = array(
			'approved'   => 'approve',
			'spam'       => 'spam',
			'trash'      => 'discard',
			'unapproved' => 'hold',
		);
		return isset( $meanings[ $new_status ] ) && $new_status !== $old_status ? $meanings[ $new_status ] : '';
	}

	/**
	 * Under whose name an answer that was written in Hamlet appears.
	 *
	 * @param array  $users Who may moderate here: names by the user's number.
	 * @param string $by    Who answered, as Hamlet names her.
	 * @param int    $usual Whose name answers take whose writer has none here.
	 * @return int The user's number; 0: nobody.
	 */
	public static function writer( array $users, $by, $usual ) {
		$named = array();
		foreach ( $users as $id => $names ) {
			if ( '' !== $by && in_array( $by, $names, true ) ) {
				$named[] = (int) $id;
			}
		}
		if ( 1 === count( $named ) ) {
			return $named[0];
		}
		return isset( $users[ $usual ] ) ? (int) $usual : 0;
	}

	/**
	 * Of the answers that the feed told those that are still to be written: each once, not for ever, not without number.
	 *
	 * @param array $events Events, the oldest first.
	 * @param int   $now    Seconds since 1970.
	 * @param int   $most   How many at most.
	 * @return array
	 */
	public static function still_to_write( array $events, $now, $most ) {
		$left = array();
		foreach ( $events as $event ) {
			$at = (int) strtotime( (string) ( $event['at'] ?? '' ) );
			if ( 'comment.reply' === ( $event['type'] ?? '' ) && ! empty( $event['content'] ) && $now - $at < 3 * DAY_IN_SECONDS ) {
				$left[ (string) ( $event['sequence'] ?? '' ) ] = $event;
			}
		}
		return array_slice( array_values( $left ), -$most );
	}

	/**
	 * What to do about an HTTP answer to a submission.
	 *
	 * @param int $code HTTP status; 0: there was none.
	 * @return string answered, conflict, refused (asking again would not help) or later.
	 */
	public static function reading_of( $code ) {
		if ( 200 === $code || 201 === $code ) {
			return 'answered';
		}
		if ( 409 === $code ) {
			return 'conflict';
		}
		return in_array( $code, array( 400, 413, 415, 422 ), true ) ? 'refused' : 'later';
	}

	/**
	 * Seconds until the next try: 1, 2, 4 … minutes, an hour at most, or as long as Hamlet asks for.
	 *
	 * @param int $attempts    Tries so far, at least 1.
	 * @param int $retry_after Seconds that Hamlet asked for; 0: none.
	 * @return int
	 */
	public static function backoff( $attempts, $retry_after = 0 ) {
		$pause = 60 * ( 2 ** max( 0, min( 6, $attempts - 1 ) ) );
		return min( HOUR_IN_SECONDS, max( $pause, $retry_after ) );
	}

	/**
	 * Whether a request carries a good signature of Standard Webhooks.
	 *
	 * @param string $body       As it came.
	 * @param string $id         webhook-id.
	 * @param string $timestamp  webhook-timestamp, seconds since 1970.
	 * @param string $signatures webhook-signature: one or several, "v1,…", parted by spaces.
	 * @param string $secret     "whsec_…".
	 * @param int    $now        Seconds since 1970.
	 * @return bool
	 */
	public static function is_signed( $body, $id, $timestamp, $signatures, $secret, $now ) {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- As Standard Webhooks writes it.
		$key = base64_decode( preg_replace( '/^whsec_/', '', $secret ), true );
		if ( '' === $id || false === $key || '' === $key || ! ctype_digit( $timestamp ) || abs( $now - (int) $timestamp ) > self::TOLERANCE ) {
			return false;
		}
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- As Standard Webhooks writes it.
		$wanted = 'v1,' . base64_encode( hash_hmac( 'sha256', "$id.$timestamp.$body", $key, true ) );
		$signed = false;
		foreach ( explode( ' ', $signatures ) as $signature ) {
			$signed = hash_equals( $wanted, $signature ) || $signed;
		}
		return $signed;
	}

	/**
	 * The hidden field that says when the form was shown, signed, so that it cannot be made up.
	 *
	 * @param int    $now    Seconds since 1970.
	 * @param int    $post   Post below which the form stands.
	 * @param string $secret A secret of the blog.
	 * @return string
	 */
	public static function form_token( $now, $post, $secret ) {
		return $now . '.' . substr( hash_hmac( 'sha256', "hamlet $now $post", $secret ), 0, 20 );
	}

	/**
	 * What a sent form tells of its sender, as Hamlet wants it.
	 *
	 * @param string $token    The form token as it came back; '': it did not.
	 * @param string $honeypot What stood in the field that people do not see.
	 * @param int    $post     Post that is commented on.
	 * @param string $secret   A secret of the blog.
	 * @param int    $now      Milliseconds since 1970.
	 * @return array
	 */
	public static function form_trace( $token, $honeypot, $post, $secret, $now ) {
		$trace = '' === $honeypot ? array() : array( 'honeypot' => mb_substr( $honeypot, 0, 200 ) );
		// Not the token itself made a number: digits of the signature could read as an exponent.
		$shown = (int) strstr( $token, '.', true );
		if ( ! hash_equals( self::form_token( $shown, $post, $secret ), $token ) ) {
			return $trace + array( 'token' => 'failed' );
		}
		$elapsed = max( 0, $now - 1000 * $shown );
		if ( $elapsed > self::LONGEST_FORM ) {
			return $trace;
		}
		return $trace + array(
			'token'   => 'passed',
			'elapsed' => $elapsed,
		);
	}

	/**
	 * Hamlet's address and the site in it, from what an owner pastes.
	 *
	 * @param string $typed Such as https://hamlet.example/sites/blog, or without the site.
	 * @return array|null address, site ('' for none); null: this is no address that a key may be sent to.
	 */
	public static function address( $typed ) {
		$parts = wp_parse_url( trim( $typed ) );
		$path  = isset( $parts['path'] ) ? $parts['path'] : '';
		if ( ! isset( $parts['scheme'], $parts['host'] ) || isset( $parts['user'] ) || ! preg_match( '~^(?:/v1)?(?:/sites/([a-z0-9-]{1,40})(?:/\w*)?)?/?$~', $path, $found ) ) {
			return null;
		}
		$local = in_array( $parts['host'], self::THIS_MACHINE, true );
		if ( 'https' !== $parts['scheme'] && ! ( $local && 'http' === $parts['scheme'] ) ) {
			return null;
		}
		$port = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
		return array(
			'address' => $parts['scheme'] . '://' . strtolower( $parts['host'] ) . $port,
			'site'    => isset( $found[1] ) ? $found[1] : '',
		);
	}

	/**
	 * What was pasted as the secret: the site's key, or a one-time code.
	 *
	 * @param string $typed As it was typed.
	 * @return string key, code or ''.
	 */
	public static function credential( $typed ) {
		if ( preg_match( '/^[a-z0-9]{12}$/', $typed ) ) {
			return 'key';
		}
		return preg_match( '/^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){1,3}$/', $typed ) ? 'code' : '';
	}

	/**
	 * The strongest reasons of a verdict.
	 *
	 * @param array $answer As Hamlet gave it.
	 * @return array At most three of signal, points and evidence; rules of the owner come first.
	 */
	public static function reasons( array $answer ) {
		$reasons = array();
		foreach ( (array) ( $answer['policy'] ?? array() ) as $hit ) {
			$reasons[] = array( 'rule' => (string) $hit['rule'] );
		}
		$hits = array_merge( (array) ( $answer['abuse']['hits'] ?? array() ), (array) ( $answer['hits'] ?? array() ) );
		foreach ( $hits as $hit ) {
			if ( 'baseline' !== $hit['signal'] && 0 !== (int) round( 10 * $hit['points'] ) ) {
				$reasons[] = array(
					'signal'   => (string) $hit['signal'],
					'points'   => round( $hit['points'], 1 ),
					'evidence' => (string) $hit['evidence'],
				);
			}
		}
		return array_slice( $reasons, 0, 3 );
	}

	/**
	 * A comment's type in Hamlet's terms.
	 *
	 * @param string $type    WordPress' comment_type.
	 * @param bool   $answers Whether it answers another comment.
	 * @return string
	 */
	public static function type( $type, $answers ) {
		if ( in_array( $type, array( 'pingback', 'trackback', 'webmention' ), true ) ) {
			return $type;
		}
		return $answers ? 'reply' : 'comment';
	}

	/**
	 * An array without what is empty: absent means unknown.
	 *
	 * @param array $fields Fields, possibly of fields.
	 * @return array
	 */
	public static function known( array $fields ) {
		foreach ( $fields as $name => $value ) {
			if ( is_array( $value ) && ! isset( $value[0] ) ) {
				$fields[ $name ] = self::known( $value );
			}
		}
		return array_filter(
			$fields,
			static function ( $value ) {
				return null !== $value && '' !== $value && array() !== $value;
			}
		);
	}

	/**
	 * A text of at most so many bytes of UTF-8, cut between characters.
	 *
	 * @param string $text  UTF-8.
	 * @param int    $bytes Limit.
	 * @return string
	 */
	public static function cut( $text, $bytes ) {
		if ( strlen( $text ) <= $bytes ) {
			return $text;
		}
		return preg_replace( '/[\xC0-\xFF][\x80-\xBF]*$/D', '', substr( $text, 0, $bytes ) );
	}
}

/**
 * Reasons and outcomes as people read them.
 */
final class Hamlet_Words {

	/**
	 * Where a comment is in Hamlet.
	 *
	 * @param string $status published, pending, spam or discarded.
	 * @return string
	 */
	public static function status( $status ) {
		$words = array(
			'published' => __( 'Published', 'hamlet' ),
			'pending'   => __( 'Held for a person', 'hamlet' ),
			'spam'      => __( 'Spam', 'hamlet' ),
			'discarded' => __( 'Discarded', 'hamlet' ),
		);
		return isset( $words[ $status ] ) ? $words[ $status ] : $status;
	}

	/**
	 * What Hamlet would do with a comment.
	 *
	 * @param string $outcome publish, review or reject.
	 * @return string
	 */
	public static function outcome( $outcome ) {
		$places = array(
			'publish' => 'published',
			'review'  => 'pending',
			'reject'  => 'spam',
		);
		return self::status( isset( $places[ $outcome ] ) ? $places[ $outcome ] : $outcome );
	}

	/**
	 * A reason in words.
	 *
	 * @param array $reason As Hamlet_Rules::reasons() gives it.
	 * @return string
	 */
	public static function reason( array $reason ) {
		if ( isset( $reason['rule'] ) ) {
			return $reason['rule'];
		}
		$words = self::signals();
		return isset( $words[ $reason['signal'] ] ) ? $words[ $reason['signal'] ] : str_replace( '-', ' ', $reason['signal'] );
	}

	/**
	 * Why Hamlet did not answer, for an owner.
	 *
	 * @param int    $code   HTTP status; 0: no answer.
	 * @param string $detail What was said.
	 * @return string
	 */
	public static function failure( $code, $detail ) {
		switch ( $code ) {
			case 0:
				/* translators: %s: technical reason. */
				return sprintf( __( 'Hamlet does not answer (%s).', 'hamlet' ), $detail );
			case 401:
			case 403:
				return __( 'Hamlet refuses the key. Connect this blog anew.', 'hamlet' );
			case 429:
				return __( 'Hamlet asks to come back later: too many requests, or the day\'s quota is used up.', 'hamlet' );
			default:
				/* translators: 1: HTTP status, 2: what Hamlet said. */
				return sprintf( __( 'Hamlet answered %1$d: %2$s', 'hamlet' ), $code, $detail );
		}
	}

	/**
	 * Every signal in words.
	 *
	 * @return array
	 */
	private static function signals() {
		return array(
			'classifier'        => __( 'The words it is made of', 'hamlet' ),
			'insult'            => __( 'Words as in insults', 'hamlet' ),
			'aimed-swearing'    => __( 'A swear word aimed at somebody', 'hamlet' ),
			'threat'            => __( 'A threat', 'hamlet' ),
			'author-link'       => __( 'The author left a link', 'hamlet' ),
			'brand'             => __( 'A name with a number, as gambling houses have', 'hamlet' ),
			'code'              => __( 'Source code or a command', 'hamlet' ),
			'combining-marks'   => __( 'Accents stacked on letters', 'hamlet' ),
			'contact'           => __( 'An address, phone number or messenger', 'hamlet' ),
			'domain-record'     => __( 'Links to a domain that was spam here before', 'hamlet' ),
			'emoji'             => __( 'Emoji', 'hamlet' ),
			'exclamation'       => __( 'Exclamation marks in a row', 'hamlet' ),
			'foreign-referrer'  => __( 'Not sent from a page of this site', 'hamlet' ),
			'foreign-script'    => __( 'A script that this site does not use', 'hamlet' ),
			'form-input'        => __( 'Sent without a key, click or touch', 'hamlet' ),
			'form-speed'        => __( 'Sent faster than a person types', 'hamlet' ),
			'form-token'        => __( 'Sent without this site\'s form', 'hamlet' ),
			'gibberish'         => __( 'Letters that are no word', 'hamlet' ),
			'hard-wrap'         => __( 'A line break inside a sentence', 'hamlet' ),
			'hidden-characters' => __( 'Invisible characters', 'hamlet' ),
			'honeypot'          => __( 'Filled in a field that people do not see', 'hamlet' ),
			'host-offer'        => __( 'A link to a host that is named after what it sells', 'hamlet' ),
			'known-domain'      => __( 'Links to domains approved here before', 'hamlet' ),
			'letters'           => __( 'The runs of letters it is made of', 'hamlet' ),
			'link-count'        => __( 'Number of links', 'hamlet' ),
			'link-disguise'     => __( 'A link that hides where it leads', 'hamlet' ),
			'link-mostly'       => __( 'At least half is links', 'hamlet' ),
			'link-place'        => __( 'Begins or ends with a link', 'hamlet' ),
			'link-repeated'     => __( 'The same link more than once', 'hamlet' ),
			'link-syntax'       => __( 'Links written as posting tools do', 'hamlet' ),
			'mixed-script'      => __( 'Look-alike letters of other scripts', 'hamlet' ),
			'mail-domain'       => __( 'Where the author gets mail', 'hamlet' ),
			'money'             => __( 'A sum of money', 'hamlet' ),
			'name-commercial'   => __( 'A name made of words that sell', 'hamlet' ),
			'name-in-text'      => __( 'The author\'s name stands in the text', 'hamlet' ),
			'name-link'         => __( 'The name is an address', 'hamlet' ),
			'name-shape'        => __( 'How the name is written', 'hamlet' ),
			'near-published'    => __( 'Nearly the text of somebody else\'s comment', 'hamlet' ),
			'near-spam'         => __( 'Nearly the text of known spam', 'hamlet' ),
			'off-topic-link'    => __( 'Links away and shares no word with the post', 'hamlet' ),
			'old-browser'       => __( 'Sent by a browser years out of date', 'hamlet' ),
			'old-post'          => __( 'A first comment with a link under an old post', 'hamlet' ),
			'offer'             => __( 'Offers games of chance, work, loans or cures', 'hamlet' ),
			'other-names'       => __( 'Other names came from the same network', 'hamlet' ),
			'own-link'          => __( 'Links to this very site', 'hamlet' ),
			'own-name'          => __( 'A name of the blog\'s own people', 'hamlet' ),
			'page-praise'       => __( 'Praises the page as a page, or promises to share it', 'hamlet' ),
			'praise'            => __( 'Praise that fits any page', 'hamlet' ),
			'question'          => __( 'Asks something', 'hamlet' ),
			'quote'             => __( 'Quotes or answers somebody', 'hamlet' ),
			'quotes-post'       => __( 'Takes up a phrase of the post', 'hamlet' ),
			'random-mail'       => __( 'A mail address as programs make them', 'hamlet' ),
			'rejected-author'   => __( 'This author was spam here before', 'hamlet' ),
			'repetition'        => __( 'The same words over and over', 'hamlet' ),
			'same-text'         => __( 'The same text came under other posts', 'hamlet' ),
			'self-promotion'    => __( 'Sends readers to its own site', 'hamlet' ),
			'shouting'          => __( 'Mostly capitals', 'hamlet' ),
			'site-mix'          => __( 'How much of what can be followed was spam here', 'hamlet' ),
			'spaced-letters'    => __( 'A word pulled apart letter by letter', 'hamlet' ),
			'spread-domain'     => __( 'Many others link to the same unknown site today', 'hamlet' ),
			'styled-letters'    => __( 'Letters of fancy alphabets', 'hamlet' ),
			'template'          => __( 'Leftovers of a posting template', 'hamlet' ),
			'text-length'       => __( 'Length of the text', 'hamlet' ),
			'trusted-author'    => __( 'Approved here at least twice', 'hamlet' ),
			'user-agent'        => __( 'Sent by a program, not a browser', 'hamlet' ),
			'velocity'          => __( 'Many comments from the same network', 'hamlet' ),
		);
	}
}

/**
 * Which Hamlet, which site of it, and with which key. And how it went lately.
 */
final class Hamlet_Connection {

	/** Small, and needed wherever a comment form is shown: the one option that is loaded with every page. */
	const OPTION = 'hamlet_connection';

	/** What changes: read by cron and wp-admin only. */
	const STATE = 'hamlet_state';

	/**
	 * A part of the connection.
	 *
	 * @param string $name address, site, key, secret, or user: who answers for those without an account here.
	 * @return string '' for none.
	 */
	public static function get( $name ) {
		$connection = get_option( self::OPTION );
		return is_array( $connection ) && isset( $connection[ $name ] ) ? (string) $connection[ $name ] : '';
	}

	/**
	 * Whether there is a connection.
	 *
	 * @return bool
	 */
	public static function is_made() {
		return '' !== self::get( 'key' );
	}

	/**
	 * Keeps a connection and begins to work with it.
	 *
	 * @param array $connection address, site, key, secret and user.
	 */
	public static function make( array $connection ) {
		update_option( self::OPTION, $connection, true );
		delete_option( self::STATE );
		Hamlet_Outbox::install();
		Hamlet_Plugin::schedule();
	}

	/**
	 * Changes a part of the connection.
	 *
	 * @param array $changes Some of what get() knows.
	 */
	public static function change( array $changes ) {
		if ( self::is_made() ) {
			update_option( self::OPTION, array_merge( get_option( self::OPTION ), $changes ), true );
		}
	}

	/** Forgets the connection; what is known of comments stays. */
	public static function end() {
		delete_option( self::OPTION );
		delete_option( self::STATE );
		Hamlet_Plugin::unschedule();
	}

	/**
	 * How it went lately.
	 *
	 * @return array since, pushed_at, polled_at, failed_at, failure, and the answers that are still to be written.
	 */
	public static function state() {
		$empty = array(
			'since'     => 0,
			'pushed_at' => 0,
			'polled_at' => 0,
			'failed_at' => 0,
			'failure'   => '',
			'replies'   => array(),
		);
		$known = get_option( self::STATE );
		return is_array( $known ) ? array_merge( $empty, $known ) : $empty;
	}

	/**
	 * Notes how it goes.
	 *
	 * @param array $changes Some of what state() tells.
	 */
	public static function note( array $changes ) {
		update_option( self::STATE, array_merge( self::state(), $changes ), false );
	}

	/**
	 * An address in Hamlet for a browser.
	 *
	 * @param string $path With the slash.
	 * @return string
	 */
	public static function link( $path ) {
		return self::get( 'address' ) . $path;
	}
}

/**
 * Calls of Hamlet. Never made while a page of the blog is shown.
 */
final class Hamlet_Api {

	/** Seconds: a visitor waits for the answer. */
	const LIMIT = 5;

	/** Seconds for lines of JSON: only a command waits for these. */
	const LONG_LIMIT = 60;

	/**
	 * Calls a route of the connected site.
	 *
	 * @param string            $method HTTP method.
	 * @param string            $path   Behind /v1/sites/{site}.
	 * @param array|string|null $body Sent as JSON; lines of JSON as they are.
	 * @return array code (0: no answer), body, retry_after.
	 */
	public static function site( $method, $path, $body = null ) {
		$address = Hamlet_Connection::get( 'address' ) . '/v1/sites/' . Hamlet_Connection::get( 'site' ) . $path;
		$reply   = self::call( $method, $address, $body, Hamlet_Connection::get( 'key' ) );
		self::remember( $reply );
		return $reply;
	}

	/**
	 * Calls any route.
	 *
	 * @param string            $method  HTTP method.
	 * @param string            $address The whole address.
	 * @param array|string|null $body    Sent as JSON; lines of JSON as they are.
	 * @param string            $key     The site's key; '' for none.
	 * @return array code (0: no answer), body, retry_after.
	 */
	public static function call( $method, $address, $body, $key ) {
		$type    = is_string( $body ) ? 'application/x-ndjson' : 'application/json';
		$request = array(
			'method'      => $method,
			'timeout'     => is_string( $body ) ? self::LONG_LIMIT : self::LIMIT,
			'redirection' => 0,
			'user-agent'  => 'Hamlet for WordPress/' . Hamlet_Plugin::VERSION,
			'headers'     => Hamlet_Rules::known(
				array(
					'Authorization' => '' === $key ? '' : "Bearer $key",
					'Content-Type'  => null === $body ? '' : $type,
				)
			),
			'body'        => null === $body || is_string( $body ) ? $body : wp_json_encode( $body ),
		);
		$answer  = self::is_on_this_machine( $address ) ? wp_remote_request( $address, $request ) : wp_safe_remote_request( $address, $request );
		if ( is_wp_error( $answer ) ) {
			return array(
				'code'        => 0,
				'body'        => array( 'detail' => $answer->get_error_message() ),
				'retry_after' => 0,
			);
		}
		return array(
			'code'        => (int) wp_remote_retrieve_response_code( $answer ),
			'body'        => (array) json_decode( wp_remote_retrieve_body( $answer ), true ),
			'retry_after' => (int) wp_remote_retrieve_header( $answer, 'retry-after' ),
		);
	}

	/**
	 * Whether a developer tries this blog and Hamlet on one machine: WordPress does not let a real blog call its own.
	 *
	 * @param string $address The whole address.
	 * @return bool
	 */
	private static function is_on_this_machine( $address ) {
		$local = in_array( wp_parse_url( $address, PHP_URL_HOST ), Hamlet_Rules::THIS_MACHINE, true );
		return $local && in_array( wp_get_environment_type(), array( 'local', 'development' ), true );
	}

	/**
	 * What an answer says of its own failing.
	 *
	 * @param array $reply As call() gives it.
	 * @return string
	 */
	public static function failure( array $reply ) {
		$body   = $reply['body'];
		$detail = isset( $body['detail'] ) ? (string) $body['detail'] : '';
		foreach ( (array) ( $body['errors'] ?? array() ) as $error ) {
			$detail .= ' ' . $error['pointer'] . ': ' . $error['detail'];
		}
		return Hamlet_Words::failure( $reply['code'], $detail );
	}

	/**
	 * Notes that Hamlet is away, or back. Writes nothing while all is well.
	 *
	 * @param array $reply As call() gives it.
	 */
	private static function remember( array $reply ) {
		$code   = $reply['code'];
		$failed = in_array( $code, Hamlet_Rules::AWAY, true ) || $code >= 500;
		$known  = Hamlet_Connection::state();
		if ( $failed ) {
			Hamlet_Connection::note(
				array(
					'failure'   => self::failure( $reply ),
					'failed_at' => '' === $known['failure'] ? time() : $known['failed_at'],
				)
			);
		} elseif ( '' !== $known['failure'] ) {
			Hamlet_Connection::note(
				array(
					'failure'   => '',
					'failed_at' => 0,
				)
			);
			Hamlet_Outbox::hurry();
		}
	}
}

/**
 * What is known of a comment, kept with it.
 */
final class Hamlet_Record {

	/** Its id in Hamlet. */
	const ID = '_hamlet_id';

	/** The verdict and what was decided: status, would (log-only mode: the outcome), reasons, revision, sequence, by, text, failure, own_rules, replies. */
	const VERDICT = '_hamlet';

	/**
	 * The id by which Hamlet knows a comment, if it does.
	 *
	 * @param int $comment_id WordPress' own.
	 * @return string '' for none.
	 */
	public static function id( $comment_id ) {
		return (string) get_comment_meta( $comment_id, self::ID, true );
	}

	/**
	 * The id of a comment, made if there is none.
	 *
	 * @param int $comment_id WordPress' own.
	 * @return string
	 */
	public static function id_or_new( $comment_id ) {
		$id = self::id( $comment_id );
		if ( '' === $id ) {
			$id = self::new_id();
			add_comment_meta( $comment_id, self::ID, $id, true );
		}
		return $id;
	}

	/**
	 * An id for a comment that has no number yet, and that no other installation of this blog will use again.
	 *
	 * @return string
	 */
	public static function new_id() {
		return 'wp-' . wp_generate_uuid4();
	}

	/**
	 * The comment that Hamlet means.
	 *
	 * @param string $id Hamlet's.
	 * @return WP_Comment|null
	 */
	public static function find( $id ) {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- A comment query would look among some statuses only; the answer must be fresh.
		$comment_id = $wpdb->get_var( $wpdb->prepare( "SELECT comment_id FROM $wpdb->commentmeta WHERE meta_key = %s AND meta_value = %s LIMIT 1", self::ID, $id ) );
		return $comment_id ? get_comment( (int) $comment_id ) : null;
	}

	/**
	 * What is known of a comment.
	 *
	 * @param int $comment_id WordPress' own.
	 * @return array
	 */
	public static function read( $comment_id ) {
		$empty = array(
			'status'    => '',
			'would'     => '',
			'reasons'   => array(),
			'revision'  => 0,
			'sequence'  => 0,
			'by'        => '',
			'text'      => '',
			'failure'   => '',
			'own_rules' => false,
			'replies'   => array(),
		);
		$known = get_comment_meta( $comment_id, self::VERDICT, true );
		return is_array( $known ) ? array_merge( $empty, $known ) : $empty;
	}

	/**
	 * Notes what became known of a comment.
	 *
	 * @param int   $comment_id WordPress' own.
	 * @param array $changes    Some of what read() tells.
	 */
	public static function note( $comment_id, array $changes ) {
		update_comment_meta( $comment_id, self::VERDICT, wp_slash( array_merge( self::read( $comment_id ), $changes ) ) );
	}

	/**
	 * What Hamlet's answer says, to be noted.
	 *
	 * @param array $answer To a submission, a decision or a look.
	 * @return array
	 */
	public static function of_answer( array $answer ) {
		$changes = array(
			'status'   => (string) $answer['status'],
			'would'    => (string) ( $answer['would'] ?? '' ),
			'reasons'  => Hamlet_Rules::reasons( $answer ),
			'revision' => (int) $answer['revision'],
			'failure'  => '',
		);
		$history = (array) ( $answer['history'] ?? array() );
		$last    = end( $history );
		return $last ? $changes + array(
			'sequence' => (int) $last['sequence'],
			'by'       => (string) $last['by'],
		) : $changes;
	}

	/**
	 * Tells one text of a comment from another.
	 *
	 * @param array $fields comment_content and so on.
	 * @return string
	 */
	public static function text( array $fields ) {
		$told = array( 'comment_content', 'comment_author', 'comment_author_email', 'comment_author_url' );
		return md5( implode( "\n", array_map( 'strval', array_intersect_key( $fields, array_flip( $told ) ) ) ) );
	}

	/**
	 * Whether Hamlet is asked about comments of this type.
	 *
	 * @param string $type WordPress' comment_type.
	 * @return bool
	 */
	public static function is_asked( $type ) {
		/**
		 * Filters the comment types that Hamlet is asked about.
		 *
		 * @param string[] $types Types, '' among them.
		 */
		return in_array( (string) $type, (array) apply_filters( 'hamlet_comment_types', Hamlet_Rules::TYPES ), true );
	}
}

/**
 * A comment as Hamlet wants it.
 */
final class Hamlet_Submission {

	/** Bytes of text that Hamlet takes. */
	const LONGEST = 65000;

	/**
	 * Makes a submission.
	 *
	 * @param array  $fields  A comment's columns, without slashes.
	 * @param string $id      Its id in Hamlet.
	 * @param array  $context form and referrer, where they are known.
	 * @return array
	 */
	public static function of( array $fields, $id, array $context ) {
		$parent = empty( $fields['comment_parent'] ) ? null : get_comment( (int) $fields['comment_parent'] );
		$text   = wp_check_invalid_utf8( (string) $fields['comment_content'], true );
		$made   = array(
			'id'          => $id,
			'type'        => Hamlet_Rules::type( (string) ( $fields['comment_type'] ?? '' ), null !== $parent ),
			'format'      => 'html',
			'post'        => self::post( (int) $fields['comment_post_ID'] ),
			'author'      => self::author( $fields ),
			'language'    => get_bloginfo( 'language' ),
			'submittedAt' => self::time( (string) ( $fields['comment_date_gmt'] ?? '' ) ),
		);
		if ( $parent ) {
			$made['parent'] = array(
				'id'      => Hamlet_Record::id( (int) $parent->comment_ID ),
				'content' => Hamlet_Rules::cut( $parent->comment_content, 4000 ),
			);
		}
		/**
		 * Filters what is sent to Hamlet about a comment.
		 *
		 * @param array $submission As POST /v1/sites/{site}/comments takes it.
		 * @param array $fields     The comment's columns.
		 */
		return apply_filters(
			'hamlet_submission',
			array( 'content' => Hamlet_Rules::cut( $text, self::LONGEST ) ) + Hamlet_Rules::known( $made + $context ),
			$fields
		);
	}

	/**
	 * The post, for what is on topic: made once for all its comments that are sent together.
	 *
	 * @param int $post_id Its number.
	 * @return array
	 */
	private static function post( $post_id ) {
		$post = get_post( $post_id );
		if ( ! $post ) {
			return array();
		}
		wp_cache_add_non_persistent_groups( 'hamlet' );
		$key  = "post $post_id $post->post_modified_gmt";
		$made = wp_cache_get( $key, 'hamlet' );
		if ( ! $made ) {
			$made = self::post_fields( $post );
			wp_cache_set( $key, $made, 'hamlet' );
		}
		return $made;
	}

	/**
	 * What is sent of a post.
	 *
	 * @param WP_Post $post The post.
	 * @return array
	 */
	private static function post_fields( WP_Post $post ) {
		$text = '' === $post->post_excerpt ? wp_trim_words( strip_shortcodes( $post->post_content ), 120, '' ) : $post->post_excerpt;
		$tags = wp_get_object_terms( $post->ID, array( 'category', 'post_tag' ), array( 'fields' => 'names' ) );
		return array(
			'url'         => (string) get_permalink( $post ),
			'title'       => wp_strip_all_tags( $post->post_title ),
			'excerpt'     => Hamlet_Rules::cut( wp_strip_all_tags( $text ), 4000 ),
			'publishedAt' => self::time( $post->post_date_gmt ),
			'modifiedAt'  => self::time( $post->post_modified_gmt ),
			'tags'        => is_wp_error( $tags ) ? array() : array_slice( array_values( $tags ), 0, 20 ),
		);
	}

	/**
	 * Who wrote it.
	 *
	 * @param array $fields A comment's columns.
	 * @return array
	 */
	private static function author( array $fields ) {
		$user = empty( $fields['user_id'] ) ? false : get_userdata( (int) $fields['user_id'] );
		return array(
			'name'      => Hamlet_Rules::cut( (string) ( $fields['comment_author'] ?? '' ), 250 ),
			'email'     => Hamlet_Rules::cut( (string) ( $fields['comment_author_email'] ?? '' ), 320 ),
			'url'       => Hamlet_Rules::cut( (string) ( $fields['comment_author_url'] ?? '' ), 2048 ),
			'ip'        => (string) filter_var( $fields['comment_author_IP'] ?? '', FILTER_VALIDATE_IP ),
			'userAgent' => (string) ( $fields['comment_agent'] ?? '' ),
			'id'        => $user ? (string) $user->ID : '',
			'role'      => $user ? self::role( $user ) : '',
		);
	}

	/**
	 * The roles of somebody with an account.
	 *
	 * @param WP_User $user The account.
	 * @return string Parted by commas.
	 */
	private static function role( WP_User $user ) {
		$roles = $user->roles;
		if ( is_multisite() && is_super_admin( $user->ID ) ) {
			$roles[] = 'super_admin';
		}
		return Hamlet_Rules::cut( implode( ',', $roles ), 64 );
	}

	/**
	 * A time as Hamlet wants it.
	 *
	 * @param string $gmt As WordPress keeps it.
	 * @return string RFC 3339; '' for none.
	 */
	private static function time( $gmt ) {
		$time = '' === $gmt || 0 === strpos( $gmt, '0000' ) ? false : strtotime( "$gmt UTC" );
		return false === $time ? '' : gmdate( 'Y-m-d\TH:i:s\Z', $time );
	}
}

/**
 * What stands in the comment form, of block themes and of classic ones alike. No JavaScript.
 */
final class Hamlet_Form {

	const TOKEN = 'hamlet_form';

	/** Hooks. */
	public static function init() {
		add_action( 'comment_form', array( __CLASS__, 'fields' ) );
		add_action( 'comment_form', array( __CLASS__, 'notice' ), 20 );
	}

	/**
	 * The time field and the honeypot.
	 *
	 * @param int $post_id The post.
	 */
	public static function fields( $post_id ) {
		if ( ! Hamlet_Connection::is_made() ) {
			return;
		}
		$name = self::honeypot();
		printf(
			'<input type="hidden" name="%1$s" value="%2$s"><p style="position:absolute;inset-inline-start:-9999px;height:1px;overflow:hidden" aria-hidden="true"><label>%3$s <input type="text" name="%4$s" value="" tabindex="-1" autocomplete="off"></label></p>',
			esc_attr( self::TOKEN ),
			esc_attr( Hamlet_Rules::form_token( time(), (int) $post_id, wp_salt( 'nonce' ) ) ),
			esc_html__( 'Leave this field empty', 'hamlet' ),
			esc_attr( $name )
		);
	}

	/** The privacy sentence. */
	public static function notice() {
		if ( ! Hamlet_Connection::is_made() ) {
			return;
		}
		$sentence = sprintf(
			/* translators: %s: address of the site's privacy page in Hamlet. */
			__( 'Comments are checked for spam by Hamlet, which this site runs itself. <a href="%s" rel="nofollow">How your comment is processed</a>.', 'hamlet' ),
			esc_url( Hamlet_Connection::link( '/sites/' . Hamlet_Connection::get( 'site' ) . '/privacy' ) )
		);
		/**
		 * Filters the privacy sentence under the comment form; '' leaves it out.
		 *
		 * @param string $sentence HTML.
		 */
		$sentence = (string) apply_filters( 'hamlet_privacy_notice', $sentence );
		if ( '' !== $sentence ) {
			echo '<p class="hamlet-privacy">' . wp_kses_post( $sentence ) . '</p>';
		}
	}

	/**
	 * What the form that is being sent tells, to go with the comment.
	 *
	 * @param int $post_id The post that is commented on.
	 * @return array form and referrer; empty: the comment did not come by the form.
	 */
	public static function context( $post_id ) {
		if ( ! did_action( 'pre_comment_on_post' ) ) {
			return array();
		}
		$now = (int) round( 1000 * microtime( true ) );
		return array(
			'form'     => Hamlet_Rules::form_trace( self::posted( self::TOKEN ), self::posted( self::honeypot() ), $post_id, wp_salt( 'nonce' ), $now ),
			'referrer' => Hamlet_Rules::cut( (string) wp_get_raw_referer(), 2048 ),
		);
	}

	/**
	 * The name of the field that people do not see: each blog's own, so that no program knows it.
	 *
	 * @return string
	 */
	private static function honeypot() {
		return 'field_' . substr( hash_hmac( 'sha256', 'hamlet honeypot', wp_salt( 'nonce' ) ), 0, 8 );
	}

	/**
	 * A field of the form as sent.
	 *
	 * @param string $name Its name.
	 * @return string
	 */
	private static function posted( $name ) {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- The comment form is open to everybody.
		return isset( $_POST[ $name ] ) && is_string( $_POST[ $name ] ) ? sanitize_text_field( wp_unslash( $_POST[ $name ] ) ) : '';
	}
}

/**
 * Asks Hamlet before a comment is stored, and again after its text was changed.
 */
final class Hamlet_Judge {

	/**
	 * The comment that was asked about and is not stored yet: post, date, id, approved, record, wanted.
	 *
	 * @var array|null
	 */
	private static $asked = null;

	/**
	 * Whether the comment on its way has slashes: those of wp_new_comment() do, those of the REST API do not.
	 *
	 * @var bool
	 */
	private static $slashed = false;

	/**
	 * What WordPress itself would do, before other plugins had a say.
	 *
	 * @var int|string|WP_Error
	 */
	private static $own = 1;

	/** Hooks. */
	public static function init() {
		add_filter( 'preprocess_comment', array( __CLASS__, 'preprocess' ) );
		add_filter( 'pre_comment_approved', array( __CLASS__, 'own' ), PHP_INT_MIN );
		// After WordPress refused duplicates and floods, and after other plugins: what they refuse Hamlet need not see.
		add_filter( 'pre_comment_approved', array( __CLASS__, 'approve' ), 99, 2 );
		add_action( 'wp_insert_comment', array( __CLASS__, 'inserted' ), 1, 2 );
		add_action( 'shutdown', array( __CLASS__, 'abandon' ), 1 );
		add_filter( 'wp_update_comment_data', array( __CLASS__, 'revise' ), 99, 2 );
		add_action( 'edit_comment', array( __CLASS__, 'edited' ), 10, 2 );
	}

	/**
	 * Notes that the comment on its way has slashes.
	 *
	 * @param array $data The comment.
	 * @return array
	 */
	public static function preprocess( $data ) {
		self::$slashed = true;
		return $data;
	}

	/**
	 * Notes what WordPress itself would do.
	 *
	 * @param int|string|WP_Error $approved Its choice.
	 * @return int|string|WP_Error
	 */
	public static function own( $approved ) {
		self::$own = $approved;
		return $approved;
	}

	/**
	 * Where a new comment goes. WordPress asks twice about some; Hamlet is asked once.
	 *
	 * @param int|string|WP_Error $approved What WordPress and other plugins would do.
	 * @param array               $data     The comment.
	 * @return int|string|WP_Error
	 */
	public static function approve( $approved, $data ) {
		$refused = is_wp_error( $approved ) || in_array( $approved, array( 'spam', 'trash' ), true );
		if ( $refused || Hamlet_Replies::is_writing() || ! Hamlet_Connection::is_made() || ! Hamlet_Record::is_asked( $data['comment_type'] ?? '' ) ) {
			return $approved;
		}
		if ( ! self::is_asked( (int) $data['comment_post_ID'], (string) $data['comment_date_gmt'] ) ) {
			self::abandon();
			self::$asked = self::ask( $approved, self::$slashed ? $data : wp_slash( $data ) );
		}
		return self::$asked['approved'];
	}

	/**
	 * Keeps the verdict with the comment, now that it has a number.
	 *
	 * @param int        $comment_id Its number.
	 * @param WP_Comment $comment    The comment.
	 */
	public static function inserted( $comment_id, $comment ) {
		self::$slashed = false;
		if ( ! self::is_asked( (int) $comment->comment_post_ID, $comment->comment_date_gmt ) ) {
			return;
		}
		$asked       = self::$asked;
		self::$asked = null;
		add_comment_meta( $comment_id, Hamlet_Record::ID, $asked['id'], true );
		Hamlet_Record::note( $comment_id, $asked['record'] + array( 'text' => Hamlet_Record::text( $comment->to_array() ) ) );
		if ( 'spam' === $comment->comment_approved ) {
			// "Not spam" then publishes at once, instead of leaving it pending.
			add_comment_meta( $comment_id, '_wp_trash_meta_status', '1', true );
		}
		if ( $asked['wanted'] ) {
			Hamlet_Outbox::add( $asked['id'], $comment_id, $asked['wanted'] );
		}
	}

	/** A comment that WordPress or another plugin refused after the question does not exist: Hamlet forgets it. */
	public static function abandon() {
		if ( null !== self::$asked ) {
			Hamlet_Outbox::add( self::$asked['id'], 0, array( 'decision' => 'delete' ) );
			self::$asked = null;
		}
	}

	/**
	 * Asks about a text changed by somebody who may not moderate, before the change is stored.
	 *
	 * @param array|WP_Error $data    The new columns.
	 * @param array          $comment The old ones, with slashes.
	 * @return array|WP_Error
	 */
	public static function revise( $data, $comment ) {
		if ( ! is_array( $data ) || ! Hamlet_Connection::is_made() || ! Hamlet_Record::is_asked( $data['comment_type'] ) ) {
			return $data;
		}
		$same = Hamlet_Record::text( $data ) === Hamlet_Record::text( wp_unslash( $comment ) );
		if ( $same || ! in_array( (string) $data['comment_approved'], array( '0', '1' ), true ) || Hamlet_Decisions::may_moderate( (int) $data['comment_ID'] ) ) {
			return $data;
		}
		$comment_id = (int) $data['comment_ID'];
		$id         = Hamlet_Record::id_or_new( $comment_id );
		$found      = self::verdict( Hamlet_Submission::of( $data, $id, array() ) + array( 'recheckReason' => 'edit' ), $data['comment_approved'], wp_slash( $data ) );
		Hamlet_Record::note( $comment_id, $found['record'] + array( 'text' => Hamlet_Record::text( $data ) ) );
		if ( $found['wanted'] ) {
			Hamlet_Outbox::add( $id, $comment_id, array( 'ask' => 'edit' ) );
		}
		$data['comment_approved'] = $found['approved'];
		return $data;
	}

	/**
	 * Tells Hamlet what a moderator made of a text. Where the comment is stays her choice.
	 *
	 * @param int   $comment_id Its number.
	 * @param array $data       The new columns.
	 */
	public static function edited( $comment_id, $data ) {
		$id = Hamlet_Record::id( $comment_id );
		if ( '' === $id || ! Hamlet_Connection::is_made() || Hamlet_Record::text( (array) $data ) === Hamlet_Record::read( $comment_id )['text'] ) {
			return;
		}
		$wanted = array(
			'ask'   => 'edit',
			'actor' => Hamlet_Decisions::actor(),
		);
		Hamlet_Outbox::add( $id, $comment_id, $wanted );
	}

	/**
	 * Whether the blog's own rules hold a comment that Hamlet would publish: "Comment must be manually approved" and the
	 * words of the moderation list. Its two guesses, known authors and the number of links, give way to the verdict.
	 *
	 * @param array $data A comment with slashes.
	 * @return bool
	 */
	public static function is_held_by_blog( array $data ) {
		add_filter( 'pre_option_comment_previously_approved', '__return_zero', PHP_INT_MAX );
		add_filter( 'pre_option_comment_max_links', '__return_zero', PHP_INT_MAX );
		$passes = self::passes( $data );
		remove_filter( 'pre_option_comment_previously_approved', '__return_zero', PHP_INT_MAX );
		remove_filter( 'pre_option_comment_max_links', '__return_zero', PHP_INT_MAX );
		return ! $passes;
	}

	/**
	 * Whether WordPress' own rules publish a comment.
	 *
	 * @param array $data A comment with slashes.
	 * @return bool
	 */
	public static function passes( array $data ) {
		return check_comment( $data['comment_author'], $data['comment_author_email'], $data['comment_author_url'], $data['comment_content'], $data['comment_author_IP'], $data['comment_agent'], $data['comment_type'] );
	}

	/**
	 * Whether this is the comment that was asked about.
	 *
	 * @param int    $post Its post.
	 * @param string $date Its date, GMT.
	 * @return bool
	 */
	private static function is_asked( $post, $date ) {
		return null !== self::$asked && self::$asked['post'] === $post && self::$asked['date'] === $date;
	}

	/**
	 * Asks about a comment as it is going to be stored.
	 *
	 * @param int|string $approved What WordPress would do.
	 * @param array      $data     The comment, with slashes.
	 * @return array
	 */
	private static function ask( $approved, array $data ) {
		$id      = Hamlet_Record::new_id();
		$context = Hamlet_Form::context( (int) $data['comment_post_ID'] );
		$found   = self::verdict( Hamlet_Submission::of( wp_unslash( wp_filter_comment( $data ) ), $id, $context ), $approved, $data );
		if ( $found['wanted'] ) {
			$found['wanted']['context'] = $context;
		}
		return $found + array(
			'id'   => $id,
			'post' => (int) $data['comment_post_ID'],
			'date' => (string) $data['comment_date_gmt'],
		);
	}

	/**
	 * What follows from Hamlet's answer, or from there being none.
	 *
	 * @param array      $submission For Hamlet.
	 * @param int|string $approved   What WordPress would do.
	 * @param array      $data       The comment, with slashes.
	 * @return array approved, record, wanted (for the outbox; empty: nothing).
	 */
	private static function verdict( array $submission, $approved, array $data ) {
		$reply   = Hamlet_Api::site( 'POST', '/comments', $submission );
		$reading = Hamlet_Rules::reading_of( $reply['code'] );
		if ( 'answered' !== $reading ) {
			return array(
				'approved' => 0,
				'record'   => array( 'failure' => Hamlet_Api::failure( $reply ) ),
				'wanted'   => 'refused' === $reading ? array() : array( 'ask' => 'new' ),
			);
		}
		$record = Hamlet_Record::of_answer( $reply['body'] );
		$holds  = 1 !== (int) $approved && ( self::$own !== $approved || self::is_held_by_blog( $data ) );
		return array(
			'approved' => isset( $reply['body']['would'] ) ? $approved : self::column( Hamlet_Rules::wp_status( $record['status'], $holds ) ),
			'record'   => $record + array( 'own_rules' => 'published' === $record['status'] && $holds ),
			'wanted'   => array(),
		);
	}

	/**
	 * A status as wp_allow_comment() answers it.
	 *
	 * @param string $status '1', '0', 'spam' or 'trash'.
	 * @return int|string
	 */
	private static function column( $status ) {
		return is_numeric( $status ) ? (int) $status : $status;
	}
}

/**
 * What people decide here, for Hamlet: by row, bulk, quick edit, REST, the app or a command. Sent once.
 */
final class Hamlet_Decisions {

	/**
	 * Whether "Not spam" or "Restore" is under way.
	 *
	 * @var bool
	 */
	private static $restoring = false;

	/** Hooks. */
	public static function init() {
		add_action( 'unspam_comment', array( __CLASS__, 'restoring' ) );
		add_action( 'untrash_comment', array( __CLASS__, 'restoring' ) );
		add_action( 'unspammed_comment', array( __CLASS__, 'restored' ) );
		add_action( 'untrashed_comment', array( __CLASS__, 'restored' ) );
		add_action( 'transition_comment_status', array( __CLASS__, 'changed' ), 10, 3 );
		add_action( 'delete_comment', array( __CLASS__, 'deleted' ), 10, 2 );
	}

	/** "Not spam" or "Restore" begins. */
	public static function restoring() {
		self::$restoring = true;
	}

	/** "Not spam" or "Restore" ends. */
	public static function restored() {
		self::$restoring = false;
	}

	/**
	 * Notes a person's decision.
	 *
	 * @param string     $new_status New status.
	 * @param string     $old_status Status before.
	 * @param WP_Comment $comment    The comment.
	 */
	public static function changed( $new_status, $old_status, $comment ) {
		$comment_id = (int) $comment->comment_ID;
		$decision   = Hamlet_Rules::decision( $new_status, $old_status, self::$restoring );
		if ( '' === $decision || 'delete' === $new_status || ! Hamlet_Connection::is_made() || ! Hamlet_Record::is_asked( $comment->comment_type ) || ! self::is_by_person( $comment_id ) ) {
			return;
		}
		$id = Hamlet_Record::id( $comment_id );
		if ( '' === $id && in_array( $decision, array( 'undo', 'hold', 'discard' ), true ) ) {
			return;
		}
		$wanted = array(
			'decision' => $decision,
			'actor'    => self::actor(),
		);
		Hamlet_Outbox::add( '' === $id ? Hamlet_Record::id_or_new( $comment_id ) : $id, $comment_id, $wanted );
	}

	/**
	 * A comment is deleted for good: Hamlet forgets it, and what it taught. Emptying the spam folder is tidying, no
	 * judgement: Hamlet keeps what it learned; by cron it need not even be told, as it drops texts in its own time.
	 *
	 * @param int        $comment_id Its number.
	 * @param WP_Comment $comment    The comment.
	 */
	public static function deleted( $comment_id, $comment ) {
		$id      = Hamlet_Record::id( (int) $comment_id );
		$tidying = 'spam' === $comment->comment_approved;
		if ( '' === $id || ! Hamlet_Connection::is_made() || ( $tidying && wp_doing_cron() && ! Hamlet_Outbox::waits( $id, 'ask' ) ) ) {
			return;
		}
		Hamlet_Outbox::add( $id, (int) $comment_id, array( 'decision' => $tidying ? 'tidy' : 'delete' ) );
	}

	/**
	 * Whether the one at work may moderate a comment.
	 *
	 * @param int $comment_id Its number.
	 * @return bool
	 */
	public static function may_moderate( $comment_id ) {
		return ( defined( 'WP_CLI' ) && WP_CLI ) || current_user_can( 'moderate_comments' ) || current_user_can( 'edit_comment', $comment_id );
	}

	/**
	 * Who is at work, for Hamlet's history.
	 *
	 * @return string
	 */
	public static function actor() {
		$user = wp_get_current_user();
		return $user->exists() ? mb_substr( $user->display_name, 0, 80 ) : 'WP-CLI';
	}

	/**
	 * Whether a change of status comes from a person, and not from Hamlet, cron or a visitor's own doing.
	 *
	 * @param int $comment_id The comment.
	 * @return bool
	 */
	private static function is_by_person( $comment_id ) {
		return ! Hamlet_Events::is_applying() && ! wp_doing_cron() && self::may_moderate( $comment_id );
	}
}

/**
 * What people decide in Hamlet, for WordPress: told by Hamlet at a REST route, or read by cron.
 */
final class Hamlet_Events {

	/** Pages of the feed read in one go. */
	const PAGES = 20;

	/** Seconds after which the feed is read although Hamlet tells by itself. */
	const TRUST = HOUR_IN_SECONDS;

	/**
	 * Whether a status is being set on Hamlet's word.
	 *
	 * @var bool
	 */
	private static $applying = false;

	/** Hooks. */
	public static function init() {
		add_action( 'rest_api_init', array( __CLASS__, 'route' ) );
	}

	/** The route that Hamlet tells its decisions. */
	public static function route() {
		register_rest_route(
			'hamlet/v1',
			'/events',
			array(
				'methods'             => 'POST',
				'callback'            => array( __CLASS__, 'take' ),
				'permission_callback' => array( __CLASS__, 'is_signed' ),
			)
		);
	}

	/**
	 * Whether an event comes from Hamlet.
	 *
	 * @param WP_REST_Request $request The request.
	 * @return true|WP_Error
	 */
	public static function is_signed( WP_REST_Request $request ) {
		$secret = Hamlet_Connection::get( 'secret' );
		$signed = '' !== $secret && Hamlet_Rules::is_signed(
			$request->get_body(),
			(string) $request->get_header( 'webhook_id' ),
			(string) $request->get_header( 'webhook_timestamp' ),
			(string) $request->get_header( 'webhook_signature' ),
			$secret,
			time()
		);
		$reason = '' === $secret ? __( 'This blog does not know the delivery secret.', 'hamlet' ) : __( 'The signature does not fit, or the clocks differ by more than five minutes.', 'hamlet' );
		return $signed ? true : new WP_Error( 'hamlet_signature', $reason, array( 'status' => 401 ) );
	}

	/**
	 * Takes an event.
	 *
	 * @param WP_REST_Request $request Signed.
	 * @return WP_REST_Response|WP_Error
	 */
	public static function take( WP_REST_Request $request ) {
		Hamlet_Connection::note( array( 'pushed_at' => time() ) );
		$event = (array) json_decode( $request->get_body(), true );
		if ( 0 !== strpos( (string) ( $event['type'] ?? '' ), 'comment.' ) ) {
			return new WP_REST_Response( array( 'result' => 'nothing to do' ), 200 );
		}
		$data = (array) ( $event['data'] ?? array() );
		if ( ! isset( $data['site'], $data['id'], $data['sequence'], $data['status'] ) || Hamlet_Connection::get( 'site' ) !== $data['site'] ) {
			return new WP_Error( 'hamlet_event', __( 'The event is not about this blog, or not complete.', 'hamlet' ), array( 'status' => 400 ) );
		}
		$result = self::apply( $data );
		if ( 'unknown' === $result ) {
			return new WP_Error( 'hamlet_unknown', __( 'There is no such comment here any more.', 'hamlet' ), array( 'status' => 410 ) );
		}
		if ( 'comment.reply' === $event['type'] ) {
			$result = Hamlet_Replies::write( $data );
		}
		return is_wp_error( $result ) ? $result : new WP_REST_Response( array( 'result' => $result ), 200 );
	}

	/** Reads the feed of decisions: where Hamlet cannot reach the blog, and now and then to be sure. */
	public static function poll() {
		$state = Hamlet_Connection::state();
		if ( time() - max( $state['pushed_at'], 0 ) < DAY_IN_SECONDS && time() - $state['polled_at'] < self::TRUST ) {
			return;
		}
		for ( $page = 0; $page < self::PAGES; $page++ ) {
			$since = Hamlet_Connection::state()['since'];
			$reply = Hamlet_Api::site( 'GET', '/decisions?limit=500&since=' . (int) $since );
			if ( 200 !== $reply['code'] || ! isset( $reply['body']['next'], $reply['body']['events'] ) ) {
				return;
			}
			self::apply_all( (array) $reply['body']['events'] );
			Hamlet_Connection::note(
				array(
					'since'     => (int) $reply['body']['next'],
					'polled_at' => time(),
				)
			);
			if ( count( $reply['body']['events'] ) < 500 ) {
				return;
			}
		}
	}

	/**
	 * Applies what the feed tells: of each comment the last word.
	 *
	 * @param array $events Oldest first.
	 */
	private static function apply_all( array $events ) {
		$last = array();
		foreach ( $events as $event ) {
			$last[ $event['comment'] ] = $event;
		}
		foreach ( $last as $id => $event ) {
			self::apply( array( 'id' => (string) $id ) + $event );
		}
		Hamlet_Replies::write_all( $events );
	}

	/**
	 * Sets a comment's status as Hamlet tells it.
	 *
	 * @param array $event id, sequence, status, by.
	 * @return string set, known, waiting (a newer decision of this blog is still to be told) or unknown.
	 */
	private static function apply( array $event ) {
		$comment = Hamlet_Record::find( (string) $event['id'] );
		if ( ! $comment ) {
			return 'unknown';
		}
		$comment_id = (int) $comment->comment_ID;
		if ( (int) $event['sequence'] <= Hamlet_Record::read( $comment_id )['sequence'] ) {
			return 'known';
		}
		if ( Hamlet_Outbox::waits( (string) $event['id'], 'decision' ) ) {
			return 'waiting';
		}
		self::set_status( $comment, Hamlet_Rules::wp_status( (string) $event['status'] ) );
		Hamlet_Record::note(
			$comment_id,
			array(
				'status'    => (string) $event['status'],
				'sequence'  => (int) $event['sequence'],
				'by'        => (string) ( $event['by'] ?? '' ),
				'own_rules' => false,
			)
		);
		return 'set';
	}

	/**
	 * Sets a status without telling Hamlet what it told.
	 *
	 * @param WP_Comment $comment The comment.
	 * @param string     $status  '1', '0', 'spam' or 'trash'.
	 */
	public static function set_status( WP_Comment $comment, $status ) {
		if ( 'trash' === $status && ! EMPTY_TRASH_DAYS ) {
			$status = 'spam';
		}
		if ( $comment->comment_approved === $status ) {
			return;
		}
		self::$applying = true;
		if ( 'spam' === $status ) {
			wp_spam_comment( $comment );
		} elseif ( 'trash' === $status ) {
			wp_trash_comment( $comment->comment_ID );
		} else {
			delete_comment_meta( (int) $comment->comment_ID, '_wp_trash_meta_status' );
			delete_comment_meta( (int) $comment->comment_ID, '_wp_trash_meta_time' );
			wp_set_comment_status( $comment->comment_ID, '1' === $status ? 'approve' : 'hold' );
		}
		self::$applying = false;
	}

	/**
	 * Whether a status is being set on Hamlet's word.
	 *
	 * @return bool
	 */
	public static function is_applying() {
		return self::$applying;
	}
}

/**
 * What owners answer in Hamlet, as comments here: each once, under the comment that it answers.
 */
final class Hamlet_Replies {

	/** Of a comment that is such an answer: the site and the sequence of its event. */
	const EVENT = '_hamlet_reply';

	/** Answers of one comment that are remembered as written, should somebody delete them here. */
	const REMEMBERED = 20;

	/** Answers of the feed that could not be written yet and are kept. */
	const KEPT = 50;

	/**
	 * Whether an answer is being written: it is not judged.
	 *
	 * @var bool
	 */
	private static $writing = false;

	/**
	 * Whether an answer is being written.
	 *
	 * @return bool
	 */
	public static function is_writing() {
		return self::$writing;
	}

	/**
	 * Writes the answers among what the feed tells, and those that could not be written before.
	 *
	 * @param array $events Oldest first.
	 */
	public static function write_all( array $events ) {
		$before = Hamlet_Connection::state()['replies'];
		$left   = array();
		foreach ( Hamlet_Rules::still_to_write( array_merge( $before, $events ), time(), self::KEPT ) as $event ) {
			$written = self::write( array( 'id' => (string) $event['comment'] ) + $event );
			if ( is_wp_error( $written ) && 'hamlet_unknown' !== $written->get_error_code() ) {
				$left[] = $event;
			}
		}
		if ( $left !== $before ) {
			Hamlet_Connection::note( array( 'replies' => $left ) );
		}
	}

	/**
	 * Writes an answer, once.
	 *
	 * @param array $event id, sequence, content, by.
	 * @return string|WP_Error written or known.
	 */
	public static function write( array $event ) {
		$parent  = Hamlet_Record::find( (string) $event['id'] );
		$content = trim( (string) ( $event['content'] ?? '' ) );
		if ( ! $parent ) {
			return self::failed( 'hamlet_unknown', __( 'There is no such comment here any more.', 'hamlet' ), 410 );
		}
		if ( '' === $content || self::is_written( $parent, (int) $event['sequence'] ) ) {
			return 'known';
		}
		if ( '1' !== $parent->comment_approved || Hamlet_Outbox::waits( (string) $event['id'], 'decision' ) ) {
			return self::failed( 'hamlet_not_published', __( 'The comment is not published here.', 'hamlet' ), 409 );
		}
		$writer = self::writer( (string) ( $event['by'] ?? '' ), $parent );
		if ( ! $writer ) {
			return self::failed( 'hamlet_writer', __( 'Nobody here may answer: choose under Settings, Hamlet, who does.', 'hamlet' ), 409 );
		}
		return self::alone( $parent, (int) $event['sequence'], $content, $writer );
	}

	/**
	 * Writes an answer while no other process can: the same event may come twice at once.
	 *
	 * @param WP_Comment $parent   What is answered.
	 * @param int        $sequence Of the event.
	 * @param string     $content  Plain text.
	 * @param WP_User    $writer   Whose comment it becomes.
	 * @return string|WP_Error
	 */
	private static function alone( WP_Comment $parent, $sequence, $content, WP_User $writer ) {
		global $wpdb;
		$lock = 'hamlet' . md5( DB_NAME . $wpdb->prefix . $sequence );
		// Databases without locks answer something else, and need none: SQLite has one writer.
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- A lock is no data.
		if ( '0' === (string) $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK( %s, 0 )', $lock ) ) ) {
			return self::failed( 'hamlet_busy', __( 'The answer is being written.', 'hamlet' ), 503 );
		}
		$known = self::is_written( $parent, $sequence );
		$made  = $known ? 0 : self::insert( $parent, $sequence, $content, $writer );
		if ( ! $known && ! is_wp_error( $made ) ) {
			$replies = array_merge( Hamlet_Record::read( (int) $parent->comment_ID )['replies'], array( $sequence ) );
			Hamlet_Record::note( (int) $parent->comment_ID, array( 'replies' => array_slice( $replies, -self::REMEMBERED ) ) );
		}
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The same.
		$wpdb->query( $wpdb->prepare( 'DO RELEASE_LOCK( %s )', $lock ) );
		if ( is_wp_error( $made ) ) {
			return self::failed( 'hamlet_not_written', $made->get_error_message(), 500 );
		}
		return $known ? 'known' : 'written';
	}

	/**
	 * Writes the comment as its writer would: other plugins hear of it, and those who subscribed.
	 *
	 * @param WP_Comment $parent   What is answered.
	 * @param int        $sequence Of the event.
	 * @param string     $content  Plain text.
	 * @param WP_User    $writer   Whose comment it becomes.
	 * @return int|WP_Error Its number; 0: the very same stands there already.
	 */
	private static function insert( WP_Comment $parent, $sequence, $content, WP_User $writer ) {
		$before        = get_current_user_id();
		self::$writing = true;
		wp_set_current_user( $writer->ID );
		$made = wp_new_comment(
			wp_slash(
				array(
					'comment_post_ID'      => (int) $parent->comment_post_ID,
					'comment_parent'       => (int) $parent->comment_ID,
					'comment_content'      => esc_html( $content ),
					'comment_type'         => 'comment',
					'comment_author'       => $writer->display_name,
					'comment_author_email' => $writer->user_email,
					'comment_author_url'   => $writer->user_url,
					'comment_author_IP'    => '',
					'comment_agent'        => 'Hamlet',
					'user_id'              => $writer->ID,
					'comment_meta'         => array( self::EVENT => self::name( $sequence ) ),
				)
			),
			true
		);
		wp_set_current_user( $before );
		self::$writing = false;
		return is_wp_error( $made ) && 'comment_duplicate' === $made->get_error_code() ? 0 : $made;
	}

	/**
	 * Whether an answer was written here, be it deleted since or not.
	 *
	 * @param WP_Comment $parent   What is answered.
	 * @param int        $sequence Of the event.
	 * @return bool
	 */
	private static function is_written( WP_Comment $parent, $sequence ) {
		global $wpdb;
		if ( in_array( $sequence, Hamlet_Record::read( (int) $parent->comment_ID )['replies'], true ) ) {
			return true;
		}
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The answer must be fresh: another process may just have written it.
		return null !== $wpdb->get_var( $wpdb->prepare( "SELECT comment_id FROM $wpdb->commentmeta WHERE meta_key = %s AND meta_value = %s LIMIT 1", self::EVENT, self::name( $sequence ) ) );
	}

	/**
	 * How an event is called among those of all sites.
	 *
	 * @param int $sequence Its number.
	 * @return string
	 */
	private static function name( $sequence ) {
		return Hamlet_Connection::get( 'site' ) . ":$sequence";
	}

	/**
	 * Whose comment an answer becomes.
	 *
	 * @param string     $by     Who wrote it, as Hamlet names her.
	 * @param WP_Comment $parent What is answered.
	 * @return WP_User|null
	 */
	private static function writer( $by, WP_Comment $parent ) {
		$names = array();
		foreach ( self::writers() as $user ) {
			$names[ (int) $user->ID ] = array( $user->display_name, $user->user_login );
		}
		$usual = (int) Hamlet_Connection::get( 'user' );
		$post  = get_post( (int) $parent->comment_post_ID );
		$id    = Hamlet_Rules::writer( $names, $by, isset( $names[ $usual ] ) || ! $post ? $usual : (int) $post->post_author );
		/**
		 * Filters whose comment an answer that was written in Hamlet becomes.
		 *
		 * @param int        $id     A user's number; 0: nobody's, it is not written.
		 * @param string     $by     Who wrote it, as Hamlet names her.
		 * @param WP_Comment $parent What is answered.
		 */
		$user = get_userdata( (int) apply_filters( 'hamlet_reply_user', $id, $by, $parent ) );
		return $user ? $user : null;
	}

	/**
	 * Who may moderate comments here.
	 *
	 * @return WP_User[]
	 */
	public static function writers() {
		return get_users(
			array(
				'capability' => 'moderate_comments',
				'orderby'    => 'ID',
				'number'     => 200,
			)
		);
	}

	/**
	 * Why an answer was not written.
	 *
	 * @param string $code   Ours.
	 * @param string $reason In words.
	 * @param int    $status Of HTTP.
	 * @return WP_Error
	 */
	private static function failed( $code, $reason, $status ) {
		return new WP_Error( $code, $reason, array( 'status' => $status ) );
	}
}

/**
 * What is still to be asked and told: one row a comment, which says what is wanted in the end. Survives Hamlet being
 * away, and the deletion of the comment. Worked on by cron, and at the end of a moderator's own request.
 */
final class Hamlet_Outbox {

	/** Seconds for which one process has a row to itself. */
	const LEASE = 60;

	/** Seconds of work in one go: by cron, and while a moderator's browser may wait. */
	const BY_CRON    = 25;
	const BY_THE_WAY = 3;

	/** Rows looked at together. */
	const PAGE = 20;

	/** The comment is gone; "tidy": with the spam folder, which unteaches nothing. */
	const DELETED = array( 'delete', 'tidy' );

	/**
	 * Whether this request added something.
	 *
	 * @var bool
	 */
	private static $added = false;

	/** Hooks. */
	public static function init() {
		add_action( 'shutdown', array( __CLASS__, 'by_the_way' ), 20 );
		add_filter( 'wpmu_drop_tables', array( __CLASS__, 'goes_too' ) );
	}

	/**
	 * The table goes with its blog, when that is deleted from a network.
	 *
	 * @param string[] $tables What goes.
	 * @return string[]
	 */
	public static function goes_too( $tables ) {
		$tables[] = self::table();
		return $tables;
	}

	/** Makes the table, or brings it up to date. */
	public static function install() {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$charset = $wpdb->get_charset_collate();
		dbDelta(
			'CREATE TABLE ' . self::table() . " (
			hamlet_id varchar(128) NOT NULL,
			comment_id bigint(20) unsigned NOT NULL default 0,
			ask varchar(8) NOT NULL default '',
			decision varchar(8) NOT NULL default '',
			actor varchar(80) NOT NULL default '',
			decided_at bigint(20) unsigned NOT NULL default 0,
			context text NOT NULL,
			version int(10) unsigned NOT NULL default 1,
			attempts int(10) unsigned NOT NULL default 0,
			due bigint(20) unsigned NOT NULL default 0,
			leased bigint(20) unsigned NOT NULL default 0,
			PRIMARY KEY  (hamlet_id),
			KEY due (due)
			) $charset;"
		);
	}

	/** Drops the table. */
	public static function drop() {
		self::query( 'DROP TABLE IF EXISTS %i', array() );
	}

	/**
	 * Adds what is wanted of a comment to what is wanted of it already: a later decision takes an earlier one's place.
	 *
	 * @param string $id         Hamlet's id.
	 * @param int    $comment_id WordPress' own.
	 * @param array  $wanted     ask (new, edit), decision (approve, spam, discard, hold, undo, delete, tidy), actor, context.
	 */
	public static function add( $id, $comment_id, array $wanted ) {
		$wanted = array_merge(
			array(
				'ask'      => '',
				'decision' => '',
				'actor'    => '',
				'context'  => array(),
			),
			$wanted
		);
		// A deleted comment cannot be asked about any more.
		$asks = in_array( $wanted['decision'], self::DELETED, true ) ? "''" : "IF( VALUES(ask) = '', ask, VALUES(ask) )";
		self::query(
			"INSERT INTO %i ( hamlet_id, comment_id, ask, decision, actor, decided_at, context, due ) VALUES ( %s, %d, %s, %s, %s, %d, %s, %d )
			ON DUPLICATE KEY UPDATE ask = $asks, decision = IF( VALUES(decision) = '', decision, VALUES(decision) ),
			actor = IF( VALUES(actor) = '', actor, VALUES(actor) ), decided_at = VALUES(decided_at), version = version + 1, due = VALUES(due)",
			array( $id, $comment_id, $wanted['ask'], $wanted['decision'], $wanted['actor'], time(), wp_json_encode( $wanted['context'] ), time() )
		);
		self::$added = true;
	}

	/**
	 * Whether something is wanted of a comment.
	 *
	 * @param string $id   Hamlet's id.
	 * @param string $what ask or decision.
	 * @return bool
	 */
	public static function waits( $id, $what ) {
		$rows = self::rows( 'SELECT ask, decision FROM %i WHERE hamlet_id = %s', array( $id ) );
		return $rows && '' !== $rows[0]->$what;
	}

	/**
	 * How much is wanted.
	 *
	 * @return array asks, decisions: numbers of comments.
	 */
	public static function counts() {
		$rows = self::rows( "SELECT SUM( ask <> '' ) AS asks, SUM( ask = '' ) AS decisions FROM %i", array() );
		return array(
			'asks'      => $rows ? (int) $rows[0]->asks : 0,
			'decisions' => $rows ? (int) $rows[0]->decisions : 0,
		);
	}

	/**
	 * The comments that Hamlet has not judged yet.
	 *
	 * @return int[]
	 */
	public static function asked_comments() {
		$rows = self::rows( "SELECT comment_id FROM %i WHERE ask <> '' AND comment_id > 0 ORDER BY due LIMIT 500", array() );
		return array_map( 'intval', wp_list_pluck( $rows, 'comment_id' ) );
	}

	/** Hamlet is back: what failed before is due now. */
	public static function hurry() {
		self::query( 'UPDATE %i SET due = %d WHERE attempts > 0', array( time() ) );
	}

	/** Works at the end of a moderator's request, after her answer where the server can do that. The rest is cron's. */
	public static function by_the_way() {
		if ( ! self::$added || ! Hamlet_Connection::is_made() ) {
			return;
		}
		self::$added = false;
		wp_schedule_single_event( time(), Hamlet_Plugin::SOON );
		$command = defined( 'WP_CLI' ) && WP_CLI;
		if ( '' !== Hamlet_Connection::state()['failure'] || ! ( $command || current_user_can( 'edit_posts' ) ) ) {
			return;
		}
		$free = $command || ( function_exists( 'fastcgi_finish_request' ) && fastcgi_finish_request() );
		self::work( $free ? self::BY_CRON : self::BY_THE_WAY );
	}

	/**
	 * Works on what is due, until it is done, time is up or Hamlet is away.
	 *
	 * @param int $seconds For how long.
	 */
	public static function work( $seconds ) {
		$until = microtime( true ) + $seconds;
		do {
			$rows = self::rows( 'SELECT * FROM %i WHERE due <= %d AND leased < %d ORDER BY due, hamlet_id LIMIT %d', array( time(), time(), self::PAGE ) );
			foreach ( $rows as $row ) {
				if ( microtime( true ) > $until || ( self::lease( $row ) && ! self::settle( $row, self::carry_out( $row ) ) ) ) {
					return;
				}
			}
		} while ( $rows );
	}

	/**
	 * Takes a row for this process.
	 *
	 * @param object $row A row.
	 * @return bool Whether nobody else has it.
	 */
	private static function lease( $row ) {
		return 1 === self::query(
			'UPDATE %i SET leased = %d WHERE hamlet_id = %s AND version = %d AND leased = %d',
			array( time() + self::LEASE, $row->hamlet_id, $row->version, $row->leased )
		);
	}

	/**
	 * Ends a row that is done with, or puts it off.
	 *
	 * @param object     $row    Leased.
	 * @param array|null $failed The answer for which to try again later; null: done.
	 * @return bool Whether to go on with the next: not when Hamlet is away.
	 */
	private static function settle( $row, $failed ) {
		if ( null === $failed ) {
			if ( 0 === self::query( 'DELETE FROM %i WHERE hamlet_id = %s AND version = %d', array( $row->hamlet_id, $row->version ) ) ) {
				// More was wanted meanwhile; what was asked is answered.
				self::query( 'UPDATE %i SET leased = 0 WHERE hamlet_id = %s', array( $row->hamlet_id ) );
			}
			return true;
		}
		$due = time() + Hamlet_Rules::backoff( $row->attempts + 1, $failed['retry_after'] );
		self::query( 'UPDATE %i SET leased = 0, attempts = attempts + 1, due = IF( version = %d, %d, due ) WHERE hamlet_id = %s', array( $row->version, $due, $row->hamlet_id ) );
		return ! in_array( $failed['code'], Hamlet_Rules::AWAY, true );
	}

	/**
	 * Does what a row wants.
	 *
	 * @param object $row Leased.
	 * @return array|null The answer for which to try again later; null: done.
	 */
	private static function carry_out( $row ) {
		if ( 'new' === $row->ask && in_array( $row->decision, array( 'undo', 'hold' ), true ) ) {
			$row->decision = '';
		}
		if ( '' !== $row->ask ) {
			$later = self::ask( $row );
			if ( $later || '' === $row->decision ) {
				return $later;
			}
		}
		return in_array( $row->decision, self::DELETED, true ) ? self::delete( $row ) : self::decide( $row, 0 );
	}

	/**
	 * Asks about a comment that is stored.
	 *
	 * @param object $row Leased.
	 * @return array|null The answer for which to try again later; null: done.
	 */
	private static function ask( $row ) {
		$comment = get_comment( (int) $row->comment_id );
		if ( ! $comment ) {
			return null;
		}
		$submission = Hamlet_Submission::of( $comment->to_array(), $row->hamlet_id, (array) json_decode( $row->context, true ) );
		$reason     = 'edit' === $row->ask ? array( 'recheckReason' => 'edit' ) : array();
		$reply      = Hamlet_Api::site( 'POST', '/comments', $submission + $reason );
		if ( 409 === $reply['code'] ) {
			// It came before, written a little differently, and its answer was lost.
			$reply = Hamlet_Api::site( 'POST', '/comments', $submission + array( 'recheckReason' => 'retry' ) );
		}
		$reading = Hamlet_Rules::reading_of( $reply['code'] );
		if ( 'answered' !== $reading ) {
			Hamlet_Record::note( (int) $comment->comment_ID, array( 'failure' => Hamlet_Api::failure( $reply ) ) );
			return 'later' === $reading ? $reply : null;
		}
		self::judged( $row, $comment, $reply['body'] );
		return null;
	}

	/**
	 * Follows a verdict that came late, unless somebody decided meanwhile. An edit by a moderator stays where she left it.
	 *
	 * @param object     $row     Leased.
	 * @param WP_Comment $comment The comment.
	 * @param array      $answer  Hamlet's.
	 */
	private static function judged( $row, WP_Comment $comment, array $answer ) {
		$record = Hamlet_Record::of_answer( $answer );
		$data   = wp_slash( $comment->to_array() );
		$holds  = isset( $answer['would'] ) ? ! Hamlet_Judge::passes( $data ) : Hamlet_Judge::is_held_by_blog( $data );
		$note   = array(
			'text'      => Hamlet_Record::text( $comment->to_array() ),
			'own_rules' => 'published' === $record['status'] && $holds,
		);
		Hamlet_Record::note( (int) $comment->comment_ID, $record + $note );
		$by_moderator = 'edit' === $row->ask && '' !== $row->actor;
		if ( $by_moderator && '' === $row->decision && '1' === $comment->comment_approved && 'published' !== $record['status'] ) {
			$row->decision = 'approve';
		}
		if ( ! $by_moderator && '' === $row->decision && '0' === $comment->comment_approved ) {
			Hamlet_Events::set_status( $comment, Hamlet_Rules::wp_status( $record['status'], $holds ) );
		}
	}

	/**
	 * Tells a decision.
	 *
	 * @param object $row      Leased.
	 * @param int    $revision The revision to change; 0: none is known.
	 * @return array|null The answer for which to try again later; null: done.
	 */
	private static function decide( $row, $revision ) {
		$body  = Hamlet_Rules::known(
			array(
				'decision' => $row->decision,
				'by'       => $row->actor,
				'revision' => 0 === $revision ? null : $revision,
			)
		);
		$reply = Hamlet_Api::site( 'POST', '/comments/' . rawurlencode( $row->hamlet_id ) . '/decision', $body );
		switch ( $reply['code'] ) {
			case 200:
				Hamlet_Record::note( (int) $row->comment_id, Hamlet_Record::of_answer( $reply['body'] ) + array( 'own_rules' => false ) );
				return null;
			case 404:
				return self::introduce( $row );
			case 409:
				return 0 === $revision ? self::contest( $row, $reply['body'] ) : $reply;
			default:
				return 'refused' === Hamlet_Rules::reading_of( $reply['code'] ) ? null : $reply;
		}
	}

	/**
	 * Decides on a comment that Hamlet does not know, or no longer: it is told of it first.
	 *
	 * @param object $row Leased.
	 * @return array|null The answer for which to try again later; null: done.
	 */
	private static function introduce( $row ) {
		if ( '' !== $row->ask || ! in_array( $row->decision, array( 'approve', 'spam' ), true ) ) {
			return null;
		}
		$row->ask = 'new';
		$later    = self::ask( $row );
		return $later ? $later : self::decide( $row, 0 );
	}

	/**
	 * Somebody decided in Hamlet, too: the later decision holds.
	 *
	 * @param object $row      Leased.
	 * @param array  $standing What Hamlet says of the decision that stands.
	 * @return array|null The answer for which to try again later; null: done.
	 */
	private static function contest( $row, array $standing ) {
		$comment = get_comment( (int) $row->comment_id );
		if ( ! isset( $standing['revision'], $standing['status'] ) ) {
			// Nobody decided before: "Not spam" contradicts the filter itself.
			if ( 'undo' !== $row->decision || ! $comment || '1' !== $comment->comment_approved ) {
				return null;
			}
			$row->decision = 'approve';
			return self::decide( $row, 0 );
		}
		if ( empty( $standing['at'] ) || strtotime( $standing['at'] ) <= (int) $row->decided_at ) {
			return self::decide( $row, (int) $standing['revision'] );
		}
		if ( $comment ) {
			Hamlet_Events::set_status( $comment, Hamlet_Rules::wp_status( (string) $standing['status'] ) );
			$note = array(
				'status' => (string) $standing['status'],
				'by'     => (string) $standing['by'],
			);
			Hamlet_Record::note( (int) $row->comment_id, $note );
		}
		return null;
	}

	/**
	 * Tells that a comment is deleted.
	 *
	 * @param object $row Leased.
	 * @return array|null The answer for which to try again later; null: done.
	 */
	private static function delete( $row ) {
		$keep  = 'tidy' === $row->decision ? '?keep=lesson' : '';
		$reply = Hamlet_Api::site( 'DELETE', '/comments/' . rawurlencode( $row->hamlet_id ) . $keep );
		return in_array( $reply['code'], array( 204, 404 ), true ) ? null : $reply;
	}

	/**
	 * The table's name.
	 *
	 * @return string
	 */
	private static function table() {
		global $wpdb;
		return $wpdb->prefix . 'hamlet_outbox';
	}

	/**
	 * Rows of the table.
	 *
	 * @param string $sql  With placeholders; the first, %1$s aside, is the table.
	 * @param array  $args For the placeholders.
	 * @return array
	 */
	private static function rows( $sql, array $args ) {
		global $wpdb;
		$sql = str_replace( '%i', self::table(), $sql );
		// phpcs:ignore WordPress.DB -- The table is the plugin's own; every value goes through prepare().
		return (array) $wpdb->get_results( $args ? $wpdb->prepare( $sql, $args ) : $sql );
	}

	/**
	 * Changes the table.
	 *
	 * @param string $sql  With placeholders.
	 * @param array  $args For the placeholders.
	 * @return int Rows changed.
	 */
	private static function query( $sql, array $args ) {
		global $wpdb;
		$sql = str_replace( '%i', self::table(), $sql );
		// phpcs:ignore WordPress.DB -- The table is the plugin's own; every value goes through prepare().
		return (int) $wpdb->query( $args ? $wpdb->prepare( $sql, $args ) : $sql );
	}
}

/**
 * The comments screen: what Hamlet thinks of each comment, and which ones wait for it.
 */
final class Hamlet_List {

	/** Hooks. */
	public static function init() {
		add_filter( 'manage_edit-comments_columns', array( __CLASS__, 'columns' ) );
		add_action( 'manage_comments_custom_column', array( __CLASS__, 'column' ), 10, 2 );
		add_filter( 'comment_status_links', array( __CLASS__, 'views' ) );
		add_filter( 'comments_list_table_query_args', array( __CLASS__, 'query' ) );
		add_action( 'admin_notices', array( __CLASS__, 'notice' ) );
	}

	/**
	 * Adds the column.
	 *
	 * @param array $columns The screen's.
	 * @return array
	 */
	public static function columns( $columns ) {
		return Hamlet_Connection::is_made() ? $columns + array( 'hamlet' => __( 'Hamlet', 'hamlet' ) ) : $columns;
	}

	/**
	 * Fills the column.
	 *
	 * @param string $column     Its name.
	 * @param int    $comment_id The row's comment.
	 */
	public static function column( $column, $comment_id ) {
		$id = 'hamlet' === $column ? Hamlet_Record::id( (int) $comment_id ) : '';
		if ( '' === $id ) {
			return;
		}
		$record = Hamlet_Record::read( (int) $comment_id );
		if ( '' !== $record['failure'] ) {
			printf( '<p><strong>%1$s</strong></p><p>%2$s</p>', esc_html__( 'Waits for Hamlet', 'hamlet' ), esc_html( $record['failure'] ) );
		}
		if ( '' === $record['status'] ) {
			return;
		}
		printf( '<p><a href="%1$s">%2$s</a></p>', esc_url( Hamlet_Connection::link( '/queue/' . Hamlet_Connection::get( 'site' ) . '/' . rawurlencode( $id ) ) ), esc_html( Hamlet_Words::status( $record['status'] ) ) );
		foreach ( self::remarks( $record ) as $remark ) {
			printf( '<p>%s</p>', esc_html( $remark ) );
		}
		self::reasons( $record['reasons'] );
	}

	/**
	 * What else is to be said of a comment.
	 *
	 * @param array $record As Hamlet_Record::read() gives it.
	 * @return string[]
	 */
	private static function remarks( array $record ) {
		$remarks = array();
		if ( '' !== $record['by'] ) {
			/* translators: %s: a moderator's name. */
			$remarks[] = sprintf( __( 'by %s', 'hamlet' ), $record['by'] );
		}
		if ( '' !== $record['would'] ) {
			/* translators: %s: "Published", "Held for a person" or "Spam". */
			$remarks[] = sprintf( __( 'Hamlet only takes notes. It would have said: %s', 'hamlet' ), Hamlet_Words::outcome( $record['would'] ) );
		}
		if ( $record['own_rules'] ) {
			$remarks[] = __( 'This blog\'s own rules hold it: "Comment must be manually approved", or a word of its list.', 'hamlet' );
		}
		return $remarks;
	}

	/**
	 * The strongest reasons, each with the evidence to see on pointing at it.
	 *
	 * @param array $reasons As Hamlet_Rules::reasons() gives them.
	 */
	private static function reasons( array $reasons ) {
		if ( ! $reasons ) {
			return;
		}
		echo '<ul>';
		foreach ( $reasons as $reason ) {
			$points = isset( $reason['points'] ) ? $reason['points'] : 0;
			/* translators: points of a reason; above zero speaks for spam. */
			$weight = $points ? sprintf( ' (%s)', ( $points > 0 ? '+' : '−' ) . number_format_i18n( abs( $points ), 1 ) ) : '';
			printf( '<li title="%1$s">%2$s</li>', esc_attr( isset( $reason['evidence'] ) ? $reason['evidence'] : '' ), esc_html( Hamlet_Words::reason( $reason ) . $weight ) );
		}
		echo '</ul>';
	}

	/**
	 * Adds "Waits for Hamlet" beside "Pending" and "Spam".
	 *
	 * @param array $views Links.
	 * @return array
	 */
	public static function views( $views ) {
		$waiting = Hamlet_Connection::is_made() ? Hamlet_Outbox::counts()['asks'] : 0;
		if ( 0 === $waiting && ! self::is_filtered() ) {
			return $views;
		}
		if ( self::is_filtered() && isset( $views['all'] ) ) {
			$views['all'] = str_replace( ' class="current" aria-current="page"', '', $views['all'] );
		}
		$views['hamlet'] = sprintf(
			'<a href="%1$s"%2$s>%3$s <span class="count">(%4$s)</span></a>',
			esc_url( admin_url( 'edit-comments.php?hamlet=waiting' ) ),
			self::is_filtered() ? ' class="current" aria-current="page"' : '',
			esc_html__( 'Waits for Hamlet', 'hamlet' ),
			esc_html( number_format_i18n( $waiting ) )
		);
		return $views;
	}

	/**
	 * Shows only the comments that wait for Hamlet, where that is asked for.
	 *
	 * @param array $args Of the comment query.
	 * @return array
	 */
	public static function query( $args ) {
		if ( self::is_filtered() ) {
			$args['comment__in'] = array_merge( array( 0 ), Hamlet_Outbox::asked_comments() );
		}
		return $args;
	}

	/** Says on the comments screen that Hamlet is away. */
	public static function notice() {
		$screen = get_current_screen();
		if ( ! $screen || 'edit-comments' !== $screen->id || ! current_user_can( 'moderate_comments' ) || ! Hamlet_Connection::is_made() ) {
			return;
		}
		$state = Hamlet_Connection::state();
		if ( '' !== $state['failure'] ) {
			/* translators: 1: what went wrong, 2: how long ago, such as "5 minutes". */
			$text = sprintf( __( '%1$s For %2$s now. New comments are kept as pending, and Hamlet is asked again by itself.', 'hamlet' ), $state['failure'], human_time_diff( $state['failed_at'] ) );
			printf( '<div class="notice notice-warning"><p>%s</p></div>', esc_html( $text ) );
		}
	}

	/**
	 * Whether only the comments that wait for Hamlet are to be shown.
	 *
	 * @return bool
	 */
	private static function is_filtered() {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- It only chooses what is shown.
		return isset( $_GET['hamlet'] ) && 'waiting' === $_GET['hamlet'];
	}
}

/**
 * Settings → Hamlet: connects the blog, and shows how it goes.
 */
final class Hamlet_Settings {

	const PAGE = 'hamlet';

	/** Hooks. */
	public static function init() {
		add_action( 'admin_menu', array( __CLASS__, 'menu' ) );
		add_action( 'admin_post_hamlet_connect', array( __CLASS__, 'connect' ) );
		add_action( 'admin_post_hamlet_disconnect', array( __CLASS__, 'disconnect' ) );
		add_action( 'admin_post_hamlet_work', array( __CLASS__, 'work' ) );
		add_action( 'admin_post_hamlet_writer', array( __CLASS__, 'writer' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), array( __CLASS__, 'links' ) );
	}

	/** Adds the page. */
	public static function menu() {
		add_options_page( __( 'Hamlet', 'hamlet' ), __( 'Hamlet', 'hamlet' ), 'manage_options', self::PAGE, array( __CLASS__, 'page' ) );
	}

	/**
	 * Adds "Settings" on the plugins screen.
	 *
	 * @param array $links Links.
	 * @return array
	 */
	public static function links( $links ) {
		array_unshift( $links, sprintf( '<a href="%1$s">%2$s</a>', esc_url( self::address() ), esc_html__( 'Settings', 'hamlet' ) ) );
		return $links;
	}

	/** Connects the blog with what was typed. */
	public static function connect() {
		self::permit( 'hamlet_connect' );
		// phpcs:disable WordPress.Security.NonceVerification.Missing -- permit() looked at it.
		$typed = Hamlet_Rules::address( isset( $_POST['address'] ) ? sanitize_text_field( wp_unslash( $_POST['address'] ) ) : '' );
		$word  = isset( $_POST['word'] ) ? sanitize_text_field( wp_unslash( $_POST['word'] ) ) : '';
		$sign  = isset( $_POST['secret'] ) ? sanitize_text_field( wp_unslash( $_POST['secret'] ) ) : '';
		// phpcs:enable WordPress.Security.NonceVerification.Missing
		$kind = Hamlet_Rules::credential( $word );
		if ( null === $typed ) {
			self::back( __( 'The address must begin with https:// and be that of your Hamlet, such as https://hamlet.example/sites/blog.', 'hamlet' ) );
		}
		if ( '' === $kind ) {
			self::back( __( 'A site key has 12 letters and digits; a one-time code looks like ABCD-EFGH.', 'hamlet' ) );
		}
		$made = 'code' === $kind ? self::by_code( $typed['address'], $word ) : self::by_key( $typed, $word, $sign );
		if ( ! is_array( $made ) ) {
			self::back( $made );
		}
		$known = array(
			'address' => $typed['address'],
			'user'    => get_current_user_id(),
		);
		Hamlet_Connection::make( $known + $made );
		/* translators: %s: host name. */
		self::back( sprintf( __( 'Connected with %s.', 'hamlet' ), $typed['address'] ), true );
	}

	/** Ends the connection. */
	public static function disconnect() {
		self::permit( 'hamlet_disconnect' );
		Hamlet_Connection::end();
		self::back( __( 'Not connected any more. WordPress\' own rules decide again.', 'hamlet' ), true );
	}

	/** Asks and tells at once what is due, and what is not. */
	public static function work() {
		self::permit( 'hamlet_work' );
		Hamlet_Outbox::hurry();
		Hamlet_Plugin::work();
		self::back( __( 'Done.', 'hamlet' ), true );
	}

	/** Keeps under whose name answers appear whose writer has no account here. */
	public static function writer() {
		self::permit( 'hamlet_writer' );
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- permit() looked at it.
		Hamlet_Connection::change( array( 'user' => isset( $_POST['user'] ) ? absint( $_POST['user'] ) : 0 ) );
		self::back( __( 'Done.', 'hamlet' ), true );
	}

	/** The page. */
	public static function page() {
		if ( ! current_user_can( 'manage_options' ) ) {
			return;
		}
		echo '<div class="wrap"><h1>' . esc_html__( 'Hamlet', 'hamlet' ) . '</h1>';
		self::message();
		if ( Hamlet_Connection::is_made() ) {
			self::status();
		} else {
			self::form();
		}
		echo '</div>';
	}

	/** The form that connects. */
	private static function form() {
		$fields = array(
			'address' => array( __( 'Address of your Hamlet', 'hamlet' ), 'url', __( 'With a site key: the address of this blog\'s page in Hamlet, such as https://hamlet.example/sites/blog.', 'hamlet' ) ),
			'word'    => array( __( 'One-time code or site key', 'hamlet' ), 'password', __( 'In Hamlet: the site\'s page, "Wire your blog", WordPress. A code serves once, for ten minutes.', 'hamlet' ) ),
			'secret'  => array( __( 'Delivery secret', 'hamlet' ), 'password', __( 'Only with a site key, and only if Hamlet is to tell decisions at once: whsec_… Without it this blog asks every five minutes.', 'hamlet' ) ),
		);
		echo '<p>' . esc_html__( 'Hamlet judges each comment before it is stored. This blog talks to the address below, and to no other.', 'hamlet' ) . '</p>';
		self::begin( 'hamlet_connect' );
		echo '<table class="form-table" role="presentation">';
		foreach ( $fields as $name => list( $label, $type, $hint ) ) {
			printf(
				'<tr><th scope="row"><label for="hamlet-%1$s">%2$s</label></th><td><input id="hamlet-%1$s" name="%1$s" type="%3$s" class="regular-text" autocomplete="off" aria-describedby="hamlet-%1$s-hint"%5$s><p class="description" id="hamlet-%1$s-hint">%4$s</p></td></tr>',
				esc_attr( $name ),
				esc_html( $label ),
				esc_attr( $type ),
				esc_html( $hint ),
				'secret' === $name ? '' : ' required'
			);
		}
		echo '</table>';
		submit_button( __( 'Connect', 'hamlet' ) );
		echo '</form>';
	}

	/** How it goes, for a connected blog. */
	private static function status() {
		echo '<table class="widefat striped" style="max-width:60em"><tbody>';
		foreach ( self::lines() as $label => $value ) {
			printf( '<tr><th scope="row">%1$s</th><td>%2$s</td></tr>', esc_html( $label ), esc_html( $value ) );
		}
		echo '</tbody></table>';
		self::begin( 'hamlet_work' );
		submit_button( __( 'Ask and tell now', 'hamlet' ), 'secondary' );
		echo '</form>';
		self::begin( 'hamlet_writer' );
		echo '<p><label for="hamlet-user">' . esc_html__( 'Answers that are written in Hamlet by somebody who has no account here appear under the name of', 'hamlet' ) . '</label> ';
		wp_dropdown_users(
			array(
				'name'       => 'user',
				'id'         => 'hamlet-user',
				'capability' => 'moderate_comments',
				'selected'   => (int) Hamlet_Connection::get( 'user' ),
			)
		);
		submit_button( __( 'Save', 'hamlet' ), 'secondary', 'submit', false );
		echo '</p></form>';
		self::begin( 'hamlet_disconnect' );
		submit_button( __( 'Disconnect', 'hamlet' ), 'delete' );
		echo '</form>';
	}

	/**
	 * How it goes, in words: for the page and for the command.
	 *
	 * @return array Labels and values.
	 */
	public static function lines() {
		$state  = Hamlet_Connection::state();
		$counts = Hamlet_Outbox::counts();
		$ago    = static function ( $time ) {
			/* translators: %s: how long ago, such as "5 minutes". */
			return $time ? sprintf( __( '%s ago', 'hamlet' ), human_time_diff( $time ) ) : __( 'never', 'hamlet' );
		};
		return array(
			__( 'Hamlet', 'hamlet' )                     => Hamlet_Connection::get( 'address' ),
			__( 'Site', 'hamlet' )                       => Hamlet_Connection::get( 'site' ),
			__( 'Answers', 'hamlet' )                    => '' === $state['failure'] ? __( 'yes', 'hamlet' ) : $state['failure'],
			__( 'Comments that wait for Hamlet', 'hamlet' ) => number_format_i18n( $counts['asks'] ),
			__( 'Decisions still to be told', 'hamlet' ) => number_format_i18n( $counts['decisions'] ),
			__( 'Hamlet last told something', 'hamlet' ) => $ago( $state['pushed_at'] ),
			__( 'Decisions last read', 'hamlet' )        => $ago( $state['polled_at'] ),
			__( 'Webhook to enter in Hamlet', 'hamlet' ) => rest_url( 'hamlet/v1/events' ),
		);
	}

	/**
	 * What Hamlet does with comments: enforce, or only log.
	 *
	 * @return string '' if it does not answer.
	 */
	public static function mode() {
		$reply = Hamlet_Api::site( 'GET', '' );
		return 200 === $reply['code'] ? (string) ( $reply['body']['settings']['mode'] ?? '' ) : '';
	}

	/**
	 * Fetches key and secret for a one-time code. Nothing but the code and this blog's addresses is sent.
	 *
	 * @param string $address Hamlet's.
	 * @param string $code    As typed.
	 * @return array|string site, key and secret; or why not.
	 */
	private static function by_code( $address, $code ) {
		$asked = array(
			'code'   => $code,
			'name'   => get_bloginfo( 'name' ),
			'url'    => home_url( '/' ),
			'events' => rest_url( 'hamlet/v1/events' ),
		);
		$reply = Hamlet_Api::call( 'POST', "$address/v1/connect", $asked, '' );
		$body  = $reply['body'];
		if ( 200 !== $reply['code'] || ! isset( $body['site'], $body['key'], $body['deliverySecret'] ) ) {
			return in_array( $reply['code'], array( 401, 404, 410 ), true ) ? __( 'Hamlet does not know this code, or its ten minutes are over. Make another.', 'hamlet' ) : Hamlet_Api::failure( $reply );
		}
		return array(
			'site'   => sanitize_key( $body['site'] ),
			'key'    => sanitize_text_field( $body['key'] ),
			'secret' => sanitize_text_field( $body['deliverySecret'] ),
		);
	}

	/**
	 * Tries a site key.
	 *
	 * @param array  $typed  address and site.
	 * @param string $key    The key.
	 * @param string $secret The delivery secret; '' for none.
	 * @return array|string site, key and secret; or why not.
	 */
	private static function by_key( array $typed, $key, $secret ) {
		if ( '' === $typed['site'] ) {
			return __( 'With a site key the address must name the site: https://hamlet.example/sites/blog.', 'hamlet' );
		}
		if ( '' !== $secret && 0 !== strpos( $secret, 'whsec_' ) ) {
			return __( 'The delivery secret begins with whsec_.', 'hamlet' );
		}
		$reply = Hamlet_Api::call( 'GET', $typed['address'] . '/v1/sites/' . $typed['site'], null, $key );
		if ( 200 !== $reply['code'] ) {
			return in_array( $reply['code'], array( 401, 403 ), true ) ? __( 'Hamlet does not know this key for this site.', 'hamlet' ) : Hamlet_Api::failure( $reply );
		}
		return array(
			'site'   => $typed['site'],
			'key'    => $key,
			'secret' => $secret,
		);
	}

	/**
	 * Begins a form of this page.
	 *
	 * @param string $action What it does.
	 */
	private static function begin( $action ) {
		printf( '<form method="post" action="%s">', esc_url( admin_url( 'admin-post.php' ) ) );
		printf( '<input type="hidden" name="action" value="%s">', esc_attr( $action ) );
		wp_nonce_field( $action );
	}

	/**
	 * Lets only an owner through who meant it.
	 *
	 * @param string $action What she does.
	 */
	private static function permit( $action ) {
		if ( ! current_user_can( 'manage_options' ) ) {
			wp_die( esc_html__( 'You are not allowed to do this.', 'hamlet' ), 403 );
		}
		check_admin_referer( $action );
	}

	/**
	 * Leads back to the page with a message.
	 *
	 * @param string $message For the owner.
	 * @param bool   $good    Whether all went well.
	 */
	private static function back( $message, $good = false ) {
		set_transient( 'hamlet_message_' . get_current_user_id(), array( $message, $good ), MINUTE_IN_SECONDS );
		wp_safe_redirect( self::address() );
		exit;
	}

	/** Shows the message that was left. */
	private static function message() {
		$name    = 'hamlet_message_' . get_current_user_id();
		$message = get_transient( $name );
		if ( is_array( $message ) ) {
			delete_transient( $name );
			printf( '<div class="notice notice-%1$s"><p>%2$s</p></div>', $message[1] ? 'success' : 'error', esc_html( $message[0] ) );
		}
	}

	/**
	 * The page's address.
	 *
	 * @return string
	 */
	private static function address() {
		return admin_url( 'options-general.php?page=' . self::PAGE );
	}
}

/**
 * WordPress' exporter and eraser reach what Hamlet keeps, too.
 */
final class Hamlet_Privacy {

	/** Hooks. */
	public static function init() {
		add_filter( 'wp_privacy_personal_data_exporters', array( __CLASS__, 'exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( __CLASS__, 'eraser' ) );
		add_action( 'admin_init', array( __CLASS__, 'policy' ) );
	}

	/**
	 * Adds the exporter.
	 *
	 * @param array $exporters WordPress'.
	 * @return array
	 */
	public static function exporter( $exporters ) {
		if ( Hamlet_Connection::is_made() ) {
			$exporters['hamlet'] = array(
				'exporter_friendly_name' => __( 'Hamlet', 'hamlet' ),
				'callback'               => array( __CLASS__, 'export' ),
			);
		}
		return $exporters;
	}

	/**
	 * Adds the eraser.
	 *
	 * @param array $erasers WordPress'.
	 * @return array
	 */
	public static function eraser( $erasers ) {
		if ( Hamlet_Connection::is_made() ) {
			$erasers['hamlet'] = array(
				'eraser_friendly_name' => __( 'Hamlet', 'hamlet' ),
				'callback'             => array( __CLASS__, 'erase' ),
			);
		}
		return $erasers;
	}

	/**
	 * What Hamlet keeps of a person.
	 *
	 * @param string $email Hers.
	 * @return array
	 */
	public static function export( $email ) {
		$reply = Hamlet_Api::site( 'POST', '/export', array( 'email' => $email ) );
		if ( 200 !== $reply['code'] ) {
			return self::exported( array( self::item( 'refusal', array( __( 'Not exported', 'hamlet' ) => self::refusal( $reply ) ) ) ) );
		}
		$items = array();
		foreach ( (array) $reply['body']['comments'] as $comment ) {
			$items[] = self::item(
				$comment['id'],
				array(
					__( 'Comment', 'hamlet' ) => wp_json_encode( $comment['comment'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ),
					__( 'Arrived', 'hamlet' ) => $comment['arrived'],
					__( 'Status', 'hamlet' )  => Hamlet_Words::status( $comment['status'] ),
					__( 'Verdict', 'hamlet' ) => wp_json_encode( $comment['verdict'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ),
				)
			);
		}
		$items[] = self::item( 'standing', array( __( 'Decisions on comments with this address', 'hamlet' ) => wp_json_encode( $reply['body']['standing'] ) ) );
		return self::exported( $items );
	}

	/**
	 * Erases what Hamlet keeps of a person.
	 *
	 * @param string $email Hers.
	 * @return array
	 */
	public static function erase( $email ) {
		$reply  = Hamlet_Api::site( 'POST', '/erasure', array( 'email' => $email ) );
		$erased = array(
			'items_removed'  => false,
			'items_retained' => true,
			'messages'       => array(),
			'done'           => true,
		);
		if ( 200 !== $reply['code'] ) {
			return array( 'messages' => array( self::refusal( $reply ) ) ) + $erased;
		}
		$body    = $reply['body'];
		$remains = (array) ( $body['remains'] ?? array() );
		return array(
			'items_removed'  => $body['comments'] + $body['inbox'] > 0 || $body['standing'],
			'items_retained' => array() !== $remains,
			'messages'       => wp_list_pluck( $remains, 'detail' ),
		) + $erased;
	}

	/** Suggests a paragraph for the blog's privacy policy. */
	public static function policy() {
		if ( function_exists( 'wp_add_privacy_policy_content' ) ) {
			$text = __( 'Comments are checked for spam by Hamlet, a program that we run ourselves on Cloudflare\'s servers. It keeps the comment, the name and the website; the mail address and the network address only as hashes.', 'hamlet' );
			wp_add_privacy_policy_content( __( 'Hamlet', 'hamlet' ), wp_kses_post( wpautop( $text ) ) );
		}
	}

	/**
	 * Why Hamlet did not do it.
	 *
	 * @param array $reply As Hamlet_Api gives it.
	 * @return string
	 */
	private static function refusal( array $reply ) {
		if ( in_array( $reply['code'], array( 401, 403 ), true ) ) {
			return __( 'Hamlet does not let this blog do that: its owner can allow it on the site\'s page, or do it there under "A commenter\'s data".', 'hamlet' );
		}
		return Hamlet_Api::failure( $reply );
	}

	/**
	 * An item of an export.
	 *
	 * @param string $id     Its own.
	 * @param array  $values Labels and values.
	 * @return array
	 */
	private static function item( $id, array $values ) {
		$data = array();
		foreach ( $values as $name => $value ) {
			$data[] = array(
				'name'  => $name,
				'value' => $value,
			);
		}
		return array(
			'group_id'    => 'hamlet',
			'group_label' => __( 'Hamlet', 'hamlet' ),
			'item_id'     => "hamlet-$id",
			'data'        => $data,
		);
	}

	/**
	 * A whole export.
	 *
	 * @param array $items Its items.
	 * @return array
	 */
	private static function exported( array $items ) {
		return array(
			'data' => $items,
			'done' => true,
		);
	}
}

/**
 * Hamlet on the command line.
 */
final class Hamlet_Command {

	/**
	 * Shows how the connection with Hamlet goes. Ends with 1 when there is none, or Hamlet does not answer.
	 *
	 * ## EXAMPLES
	 *
	 *     wp hamlet status
	 */
	public function status() {
		if ( ! Hamlet_Connection::is_made() ) {
			WP_CLI::error( __( 'This blog is not connected with Hamlet.', 'hamlet' ) );
		}
		$mode = Hamlet_Settings::mode();
		foreach ( Hamlet_Settings::lines() as $label => $value ) {
			WP_CLI::line( "$label: $value" );
		}
		/* translators: %s: "enforce", "log-only", or "unknown". */
		WP_CLI::line( sprintf( __( 'Mode: %s', 'hamlet' ), '' === $mode ? __( 'unknown', 'hamlet' ) : $mode ) );
		$failure = Hamlet_Connection::state()['failure'];
		if ( '' !== $failure ) {
			WP_CLI::error( $failure );
		}
	}

	/**
	 * Sends the comments that the blog had before Hamlet, spam among them, for it to learn. The owner lets it on her Hamlet, for 24
	 * hours: the site's page, Your blog's history. Broken off it goes on where it was; nothing is learned twice.
	 *
	 * ## OPTIONS
	 *
	 * [--again]
	 * : Begins with the first comment again.
	 *
	 * ## EXAMPLES
	 *
	 *     wp hamlet import
	 *
	 * @param string[] $args    None.
	 * @param array    $options Whether to begin again.
	 */
	public function import( $args, $options ) {
		if ( ! Hamlet_Connection::is_made() ) {
			WP_CLI::error( __( 'This blog is not connected with Hamlet.', 'hamlet' ) );
		}
		if ( isset( $options['again'] ) ) {
			delete_option( Hamlet_Past::PLACE );
		}
		$sums = Hamlet_Past::send(
			static function ( $sums ) {
				/* translators: %d: number of comments. */
				WP_CLI::line( sprintf( __( '%d comments sent', 'hamlet' ), $sums['sent'] ) );
			}
		);
		if ( '' !== $sums['failure'] ) {
			WP_CLI::error( $sums['failure'] );
		}
		/* translators: 1: comments learned, 2: comments that a filter had judged, 3: comments known before, 4: comments refused. */
		WP_CLI::success( sprintf( __( '%1$d learned, %2$d with little weight, %3$d known before, %4$d not taken. What it means stands on the site\'s page.', 'hamlet' ), $sums['taught'], $sums['weak'], $sums['known'], $sums['skipped'] ) );
	}
}

/**
 * The comments that the blog had before Hamlet.
 */
final class Hamlet_Past {

	/** The option that says where to go on after a break: the last comment sent, by date and number. */
	const PLACE = 'hamlet_import';

	/** Lines and bytes of a call; Hamlet takes 2 MiB. */
	const LINES = 200;
	const BYTES = 1900000;

	/** Tries of a call while Hamlet is away or has no room. */
	const TRIES = 5;

	/**
	 * Sends all comments from where it was broken off, oldest first.
	 *
	 * @param callable $progress Told the sums after each call.
	 * @return array sent, taught, weak, known, skipped; failure: '' or why it ended.
	 */
	public static function send( $progress ) {
		$sums = array_fill_keys( array( 'sent', 'taught', 'weak', 'known', 'skipped' ), 0 ) + array( 'failure' => '' );
		do {
			$rows  = self::rows( (array) get_option( self::PLACE, array( '', 0 ) ) );
			$lines = array();
			$bytes = 0;
			$place = null;
			self::prime( $rows );
			foreach ( $rows as $row ) {
				$line = self::line( $row );
				if ( $lines && $bytes + strlen( $line ) > self::BYTES ) {
					break;
				}
				if ( '' !== $line ) {
					$lines[] = $line;
					$bytes  += strlen( $line ) + 1;
				}
				$place = array( $row['comment_date_gmt'], (int) $row['comment_ID'] );
			}
			$reply = $lines ? self::post( implode( "\n", $lines ) ) : null;
			if ( $reply && 200 !== $reply['code'] ) {
				$closed          = 403 === $reply['code'] && isset( $reply['body']['detail'] );
				$sums['failure'] = $closed ? (string) $reply['body']['detail'] : Hamlet_Api::failure( $reply );
				return $sums;
			}
			if ( $reply ) {
				$sums['sent'] += count( $lines );
				foreach ( array( 'taught', 'weak', 'known' ) as $sum ) {
					$sums[ $sum ] += (int) $reply['body'][ $sum ];
				}
				$sums['skipped'] += count( (array) $reply['body']['skipped'] );
				$progress( $sums );
			}
			if ( $place ) {
				update_option( self::PLACE, $place, false );
			}
			// What was read is not needed again, and a blog may have a million comments.
			wp_cache_flush_runtime();
		} while ( $rows );
		delete_option( self::PLACE );
		return $sums;
	}

	/**
	 * Sends lines, again while Hamlet is away.
	 *
	 * @param string $lines JSON.
	 * @return array As Hamlet_Api gives it.
	 */
	private static function post( $lines ) {
		$address = Hamlet_Connection::get( 'address' ) . '/v1/sites/' . Hamlet_Connection::get( 'site' ) . '/history';
		for ( $try = 1; ; $try++ ) {
			// Not as the site's other calls: that this one is closed says nothing of the connection.
			$reply = Hamlet_Api::call( 'POST', $address, $lines, Hamlet_Connection::get( 'key' ) );
			$away  = 0 === $reply['code'] || 429 === $reply['code'] || $reply['code'] >= 500;
			if ( ! $away || self::TRIES === $try ) {
				return $reply;
			}
			sleep( min( 60, max( 2 ** $try, $reply['retry_after'] ) ) );
		}
	}

	/**
	 * The next comments, oldest first.
	 *
	 * @param array $place Date and number of the one before.
	 * @return array[] Columns.
	 */
	private static function rows( array $place ) {
		global $wpdb;
		list( $date, $id ) = $place;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- By date and number, as a page by its offset would be read over and over.
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $wpdb->comments WHERE ( comment_date_gmt, comment_ID ) > ( %s, %d ) AND comment_approved IN ( '1', '0', 'spam' ) ORDER BY comment_date_gmt, comment_ID LIMIT %d", '' === $date ? '0000-00-00 00:00:00' : $date, $id, self::LINES ), ARRAY_A );
	}

	/**
	 * Reads at once what the lines of comments are made of, instead of comment by comment.
	 *
	 * @param array[] $rows Columns.
	 */
	private static function prime( array $rows ) {
		$parents = array_filter( array_map( 'intval', array_column( $rows, 'comment_parent' ) ) );
		if ( $parents ) {
			get_comments(
				array(
					'comment__in' => $parents,
					'status'      => 'any',
					'orderby'     => 'none',
				)
			);
		}
		update_meta_cache( 'comment', array_merge( array_map( 'intval', array_column( $rows, 'comment_ID' ) ), $parents ) );
	}

	/**
	 * A comment as POST …/history takes it.
	 *
	 * @param array $row Its columns.
	 * @return string JSON; '' for one that Hamlet knows already, or is never asked about.
	 */
	private static function line( array $row ) {
		$id = (int) $row['comment_ID'];
		if ( '' !== Hamlet_Record::id( $id ) || ! Hamlet_Record::is_asked( $row['comment_type'] ) ) {
			return '';
		}
		$comment = Hamlet_Submission::of( $row, (string) $id, array() );
		if ( isset( $comment['parent'] ) ) {
			$comment['parent']['id'] = (string) (int) $row['comment_parent'];
		}
		return (string) wp_json_encode(
			array(
				'source'  => 'wordpress',
				'id'      => (string) $id,
				'label'   => array(
					'1'    => 'ham',
					'0'    => 'pending',
					'spam' => 'spam',
				)[ $row['comment_approved'] ],
				// Spam that nobody has looked at is its filter's word.
				'by'      => 'spam' === $row['comment_approved'] && 'true' !== get_comment_meta( $id, 'akismet_user_result', true ) ? 'filter' : 'person',
				'comment' => $comment,
			)
		);
	}
}

/**
 * The plugin's own life: hooks, cron, activation, uninstalling.
 */
final class Hamlet_Plugin {

	const VERSION = '1.0.0';

	/** Cron: every five minutes, and soon. */
	const OFTEN = 'hamlet_often';
	const SOON  = 'hamlet_soon';

	/** Hooks all that the plugin does. */
	public static function init() {
		Hamlet_Form::init();
		Hamlet_Judge::init();
		Hamlet_Decisions::init();
		Hamlet_Events::init();
		Hamlet_Outbox::init();
		Hamlet_Privacy::init();
		if ( is_admin() ) {
			Hamlet_List::init();
			Hamlet_Settings::init();
		}
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			WP_CLI::add_command( 'hamlet', 'Hamlet_Command' );
		}
		// phpcs:ignore WordPress.WP.CronInterval -- What waits for Hamlet should not wait for long; an idle run reads one option and one table.
		add_filter( 'cron_schedules', array( __CLASS__, 'intervals' ) );
		add_action( self::OFTEN, array( __CLASS__, 'work' ) );
		add_action( self::SOON, array( __CLASS__, 'work' ) );
		register_activation_hook( __FILE__, array( __CLASS__, 'activate' ) );
		register_deactivation_hook( __FILE__, array( __CLASS__, 'deactivate' ) );
	}

	/**
	 * Adds the interval.
	 *
	 * @param array $intervals WordPress'.
	 * @return array
	 */
	public static function intervals( $intervals ) {
		return $intervals + array(
			self::OFTEN => array(
				'interval' => 5 * MINUTE_IN_SECONDS,
				'display'  => __( 'Every five minutes', 'hamlet' ),
			),
		);
	}

	/** Asks and tells what is due, and reads what was decided. */
	public static function work() {
		if ( Hamlet_Connection::is_made() ) {
			Hamlet_Outbox::work( Hamlet_Outbox::BY_CRON );
			Hamlet_Events::poll();
		}
	}

	/**
	 * Goes on where it was left.
	 *
	 * @param bool $network_wide Whether on every blog of the network.
	 */
	public static function activate( $network_wide ) {
		register_uninstall_hook( __FILE__, array( __CLASS__, 'uninstall' ) );
		self::on_blogs( $network_wide, array( __CLASS__, 'resume' ) );
	}

	/**
	 * Rests.
	 *
	 * @param bool $network_wide Whether on every blog of the network.
	 */
	public static function deactivate( $network_wide ) {
		self::on_blogs( $network_wide, array( __CLASS__, 'unschedule' ) );
	}

	/** Goes on where this blog was left, if it is connected. */
	public static function resume() {
		if ( Hamlet_Connection::is_made() ) {
			Hamlet_Outbox::install();
			self::schedule();
		}
	}

	/** Begins to work by cron. */
	public static function schedule() {
		if ( ! wp_next_scheduled( self::OFTEN ) ) {
			wp_schedule_event( time(), self::OFTEN, self::OFTEN );
		}
	}

	/** Ends to work by cron. */
	public static function unschedule() {
		wp_clear_scheduled_hook( self::OFTEN );
		wp_clear_scheduled_hook( self::SOON );
	}

	/** Leaves nothing behind, on no blog of the network. */
	public static function uninstall() {
		self::on_blogs( is_multisite(), array( __CLASS__, 'remove' ) );
	}

	/**
	 * Does something on this blog, or on every one of the network.
	 *
	 * @param bool     $network_wide Which of the two.
	 * @param callable $work         What is done.
	 */
	private static function on_blogs( $network_wide, $work ) {
		if ( ! $network_wide ) {
			call_user_func( $work );
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
			call_user_func( $work );
			restore_current_blog();
		}
	}

	/** Removes all that the plugin keeps of a blog. */
	public static function remove() {
		Hamlet_Connection::end();
		Hamlet_Outbox::drop();
		delete_option( Hamlet_Past::PLACE );
		delete_metadata( 'comment', 0, Hamlet_Record::ID, '', true );
		delete_metadata( 'comment', 0, Hamlet_Record::VERDICT, '', true );
		delete_metadata( 'comment', 0, Hamlet_Replies::EVENT, '', true );
	}
}

Hamlet_Plugin::init();
