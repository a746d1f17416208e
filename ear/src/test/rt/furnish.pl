#!/usr/bin/perl
# Furnishes an empty Request Tracker as its administrator would by ear/docs/operate.md, and with three executives.
# May run any number of times: it adds what is missing. The secrets that it makes (a password of the executives, a
# token for each user) are kept in the file that is its first argument; RT itself keeps only their hashes. The
# second argument is the file with the doorbell's code.
use strict;
use warnings;
use utf8;

use lib '/usr/share/request-tracker5/lib';
use RT -init;
use RT::AuthTokens;

my ( $secrets_file, $doorbell_file ) = @ARGV;

my $QUEUE     = 'Reclamos';
my $ELSEWHERE = 'Pagos';
# Where the portal sees nothing
my $HIDDEN    = 'Fiscalia';
my $CONNECTOR = 'buzon';
my @EXECUTIVES = (
    [ 'mfuentes', 'Marcela Fuentes', 'marcela.fuentes@buzon.example' ],
    [ 'rlagos',   'Rodrigo Lagos',   'rodrigo.lagos@buzon.example' ],
    [ 'pibanez',  'Paula Ibáñez',    'paula.ibanez@buzon.example' ],
);
my @COMPENSATION = (
    'No solicitada', 'Solicitada',  'En evaluacion', 'Aprobada', 'Rechazada', 'Pago pendiente',
    'Pagada',        'Pago fallido', 'Retirada',
);
my @CONNECTOR_RIGHTS = qw(
    SeeQueue ShowTicket CreateTicket ReplyToTicket ModifyTicket ReassignTicket SeeCustomField ModifyCustomField
);
my @EXECUTIVE_RIGHTS = qw(
    SeeQueue ShowTicket ShowTicketComments ReplyToTicket CommentOnTicket ModifyTicket OwnTicket TakeTicket StealTicket
    ReassignTicket DeleteTicket SeeCustomField ModifyCustomField
);
# The portal writes to its customers itself
my @MAIL_TO_CUSTOMERS = (
    'On Correspond Notify Requestors and Ccs',
    'On Create Autoreply To Requestors',
    'On Resolve Notify Requestors',
);

sub must {
    my ( $ok, $message ) = @_;
    die "$message\n" unless $ok;
    return $ok;
}

sub new_one { my $class = "RT::$_[0]"; return $class->new( RT->SystemUser ) }

sub random_word {
    my ($bytes) = @_;
    open( my $random, "<:raw", "/dev/urandom" ) or die $!;
    read( $random, my $read, $bytes ) == $bytes or die $!;
    return unpack 'H*', $read;
}

my %secret;
if ( open my $kept, '<', $secrets_file ) {
    /^([^=]+)=(.*)$/ and $secret{$1} = $2 while <$kept>;
}
$secret{password} //= random_word(6);

my $queue = new_one('Queue');
$queue->Load($QUEUE);
must( $queue->Create( Name => $QUEUE, Description => 'Reclamos de clientes empresa' ) ) unless $queue->id;

my $elsewhere = new_one('Queue');
$elsewhere->Load($ELSEWHERE);
must( $elsewhere->Create( Name => $ELSEWHERE, Description => 'Indemnizaciones por pagar' ) ) unless $elsewhere->id;

my $hidden = new_one('Queue');
$hidden->Load($HIDDEN);
must( $hidden->Create( Name => $HIDDEN, Description => 'Lo que no ve el portal' ) ) unless $hidden->id;

my $group = new_one('Group');
$group->LoadUserDefinedGroup('Ejecutivos');
must( $group->CreateUserDefinedGroup( Name => 'Ejecutivos' ) ) unless $group->id;

my $connector = user( $CONNECTOR, 'Portal de reclamos', 'buzon@buzon.example', 'en', random_word(16) );
grant( $connector->PrincipalObj, $queue, @CONNECTOR_RIGHTS );
# Whoever brings a ticket back from elsewhere needs the right to make one here
grant( $group->PrincipalObj, $queue, 'CreateTicket', @EXECUTIVE_RIGHTS );
grant( $connector->PrincipalObj, $elsewhere, grep { $_ ne 'CreateTicket' } @CONNECTOR_RIGHTS );
grant( $group->PrincipalObj, $_, 'CreateTicket', @EXECUTIVE_RIGHTS ) for $elsewhere, $hidden;
for (@EXECUTIVES) {
    my ( $name, $full_name, $address ) = @$_;
    my $executive = user( $name, $full_name, $address, 'es', $secret{password} );
    must( $group->AddMember( $executive->PrincipalId ) ) unless $group->HasMember( $executive->PrincipalId );
}

field( 'Caso CSM',             Type => 'FreeformSingle', UniqueValues => 1 );
field( 'Numero de Envio',      Type => 'FreeformSingle' );
field( 'Categoria',            Type => 'FreeformSingle' );
field( 'Estado Indemnizacion', Type => 'SelectSingle' );
field( 'Monto Indemnizacion',  Type => 'FreeformSingle', Pattern => '(?#Pesos)^(?:\d{1,12})?$' );

silence($_) for @MAIL_TO_CUSTOMERS;
doorbell();
keep_secrets();

# ---- one thing each

sub user {
    my ( $name, $full_name, $address, $language, $password ) = @_;
    my $user = new_one('User');
    $user->Load($name);
    must( $user->Create(
            Name => $name, RealName => $full_name, EmailAddress => $address, Privileged => 1, Lang => $language,
            Timezone => $name eq $CONNECTOR ? 'UTC' : 'America/Santiago', Password => $password,
        ) ) unless $user->id;

    my $known = $secret{"token.$name"};
    unless ( $known && RT::Authen::Token->UserForAuthString( $known, $name ) ) {
        my ( $id, $message, $token ) = new_one('AuthToken')->Create( Owner => $user->id, Description => 'Buzon' );
        must( $id, $message );
        $secret{"token.$name"} = $token;
    }
    return $user;
}

sub grant {
    my ( $principal, $object, @rights ) = @_;
    for my $right (@rights) {
        next if $principal->HasRight( Right => $right, Object => $object );
        must( $principal->GrantRight( Right => $right, Object => $object ) );
    }
}

sub field {
    my ( $name, %kind ) = @_;
    my $field = new_one('CustomField');
    $field->LoadByName( Name => $name, LookupType => 'RT::Queue-RT::Ticket' );
    must( $field->Create( Name => $name, LookupType => 'RT::Queue-RT::Ticket', MaxValues => 1, %kind ) )
        unless $field->id;
    for my $place ( $queue, $elsewhere ) {
        must( $field->AddToObject($place) ) unless $field->IsAdded( $place->id );
    }
    # The right on the queue shows values, this one what the field is: only the doctor asks
    grant( $connector->PrincipalObj, $field, 'SeeCustomField' );
    return unless $kind{Type} eq 'SelectSingle';

    my %present = map { $_->Name => 1 } @{ $field->Values->ItemsArrayRef };
    my $order = 0;
    for my $value (@COMPENSATION) {
        $order++;
        must( $field->AddValue( Name => $value, SortOrder => $order ) ) unless $present{$value};
    }
}

# This RT has one queue that matters, so the scrip can rest altogether
sub silence {
    my ($description) = @_;
    my $scrip = new_one('Scrip');
    $scrip->LoadByCols( Description => $description );
    must( $scrip->id, "No scrip '$description'" );
    must( $scrip->SetDisabled(1) ) unless $scrip->Disabled;
}

sub doorbell {
    open my $file, '<:encoding(UTF-8)', $doorbell_file or die "$doorbell_file: $!";
    my $code  = do { local $/; <$file> };
    my $scrip = new_one('Scrip');
    $scrip->LoadByCols( Description => 'Buzon doorbell' );
    if ( $scrip->id ) {
        must( $scrip->SetCustomCommitCode($code) ) unless $scrip->CustomCommitCode eq $code;
        return if $scrip->IsGlobal;
        must( $scrip->RemoveFromObject( $_->id ) ) for @{ $scrip->AddedTo->ItemsArrayRef };
        must( $scrip->AddToObject( ObjectId => 0, Stage => 'TransactionBatch' ) );
        return;
    }
    must( $scrip->Create(
            Description => 'Buzon doorbell',
            # For all queues: the one that a ticket has been moved to may be one that the portal does not see
            Queue       => 0,
            # Once a request, and after its commit: whoever hears the bell finds the change
            Stage                  => 'TransactionBatch',
            ScripCondition         => 'On Transaction',
            ScripAction            => 'User Defined',
            Template               => 'Blank',
            CustomPrepareCode      => 'return 1;',
            CustomCommitCode       => $code,
        ) );
}

sub keep_secrets {
    umask 077;
    open my $out, '>', "$secrets_file.new" or die $!;
    print $out "$_=$secret{$_}\n" for sort keys %secret;
    close $out or die $!;
    rename "$secrets_file.new", $secrets_file or die $!;
}
