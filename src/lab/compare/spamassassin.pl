# Scores and learns mails by SpamAssassin's Bayes alone. Reads a line of JSON a mail: {"mail": ..., "spam": true|false}; prints the
# probability of spam before it learns that mail, a line each. The folder for its tokens is the first argument.
use strict;
use warnings;
use JSON::PP;
use Mail::SpamAssassin;

my $folder = shift @ARGV;
my $rules  = <<"END";
loadplugin Mail::SpamAssassin::Plugin::Check
loadplugin Mail::SpamAssassin::Plugin::Bayes
use_bayes 1
bayes_path $folder/bayes
bayes_auto_learn 0
bayes_min_ham_num 1
bayes_min_spam_num 1
body BAYES eval:check_bayes('0.00', '1.00')
score BAYES 0.001
END
my $filter = Mail::SpamAssassin->new(
    {
        config_text      => $rules,
        dont_copy_prefs  => 1,
        local_tests_only => 1,
        userstate_dir    => $folder,
        userprefs_filename => "$folder/prefs",
    }
);
$filter->init(0);
$filter->init_learner( {} );
$| = 1;
while ( my $line = <STDIN> ) {
    my $row    = decode_json($line);
    my $bytes  = $row->{mail};
    utf8::encode($bytes);
    my $mail   = $filter->parse($bytes);
    my $status = $filter->check($mail);
    my $score  = $status->{bayes_score};
    print defined $score ? $score : 0.5, "\n";
    $status->finish;
    my $lesson = $filter->learn( $mail, undef, $row->{spam} ? 1 : 0, 0 );
    $lesson->finish if $lesson;
    $mail->finish;
}
