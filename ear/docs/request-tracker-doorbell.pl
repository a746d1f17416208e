# Buzón's doorbell: the "custom action commit code" of a scrip in Request Tracker 5.
#
# Tells the portal at once which ticket has changed; the portal then reads the ticket with its own token. It sends
# the ticket's number and nothing else, waits two seconds at most, and whatever goes wrong is a line in RT's log:
# the agent's own request never fails of it. What no ring has told, the portal finds by its polls.
#
# Settings, in a file of RT_SiteConfig.d that only RT may read:
#   Set($BuzonDoorbellUrl, 'https://reclamos.example/csm/api/v1/hooks/requesttracker');
#   Set($BuzonDoorbellSecret, '...');          # the same as the portal's BUZON_WEBHOOK_SECRET
#   Set($BuzonDoorbellSilentFor, 'buzon');     # the portal's own user: it knows what it did itself

my $url    = RT->Config->Get('BuzonDoorbellUrl');
my $secret = RT->Config->Get('BuzonDoorbellSecret');
return 1 unless $url && $secret;

my $silent_for = RT->Config->Get('BuzonDoorbellSilentFor') // '';
return 1 if $self->TransactionObj->CreatorObj->Name eq $silent_for;

# All that the request has done; what is for staff alone needs no bell
my @done = grep { defined } @{ $self->TicketObj->TransactionBatch || [] };
@done = $self->TransactionObj unless @done;
return 1 unless grep { $_->Type !~ /^Comment/ } @done;

my $rung = eval {
    require Digest::SHA;
    require HTTP::Tiny;
    my $body      = sprintf '{"ticket":%d}', $self->TicketObj->id;
    my $time      = time;
    my $signature = Digest::SHA::hmac_sha256_hex( "$time.$body", $secret );
    my $answer    = HTTP::Tiny->new( timeout => 2, verify_SSL => 1, max_redirect => 0 )->post(
        $url,
        {   headers => {
                'Content-Type'      => 'application/json',
                'X-Buzon-Timestamp' => "$time",
                'X-Buzon-Signature' => "sha256=$signature",
            },
            content => $body,
        }
    );
    $answer->{success} or die $answer->{status} == 599 ? $answer->{content} : "$answer->{status} $answer->{reason}\n";
    1;
};
RT->Logger->warning( 'Buzon was not told of ticket ' . $self->TicketObj->id . ": $@" ) unless $rung;
return 1;
