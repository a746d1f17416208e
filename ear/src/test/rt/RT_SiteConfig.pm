# Settings of the Request Tracker that request-tracker.sh runs; what differs from one to the next lies in its folder.
my $folder = $ENV{BUZON_RT_DIR} or die 'BUZON_RT_DIR is not set';
my $kept = sub {
    open my $file, '<', "$folder/$_[0]" or die "$folder/$_[0]: $!";
    my $line = <$file> // '';
    chomp $line;
    return $line;
};

Set($rtname, 'buzon');
Set($Organization, 'buzon.example');
Set($Timezone, 'America/Santiago');
Set($WebDomain, '127.0.0.1');
Set($WebPort, $kept->('chosen.port'));
Set($WebBaseURL, 'http://127.0.0.1:' . $kept->('chosen.port'));
Set($WebPath, '');

Set($DatabaseType, 'Pg');
Set($DatabaseHost, '127.0.0.1');
Set($DatabasePort, $kept->('chosen.database-port'));
Set($DatabaseName, 'rt5');
Set($DatabaseUser, 'rt');
Set($DatabasePassword, $kept->('secret.database'));
Set($DatabaseAdmin, 'rt');

Set($CorrespondAddress, 'reclamos@buzon.example');
Set($CommentAddress, 'reclamos-interno@buzon.example');
Set($MailCommand, 'sendmailpipe');
Set($SendmailPath, "$folder/mail-sink");

Set($LogToSyslog, undef);
Set($LogToFile, undef);
Set($LogToSTDERR, 'warning');
Set(%GnuPG, Enable => 0);
Set(%SMIME, Enable => 0);
# Users and passwords are made up, and each call is checked by its token: slow hashes would only cost time
Set($BcryptCost, 4);

if ( my $largest = $kept->('chosen.largest-part') ) {
    Set($MaxAttachmentSize, $largest);
    Set($TruncateLongAttachments, 1);
}

Set($BuzonDoorbellUrl, $kept->('chosen.doorbell'));
Set($BuzonDoorbellSecret, $kept->('secret.doorbell'));
Set($BuzonDoorbellSilentFor, 'buzon');

$RT::MasonDataDir    = "$folder/mason";
$RT::MasonSessionDir = "$folder/session";
$RT::VarPath         = $folder;
1;
