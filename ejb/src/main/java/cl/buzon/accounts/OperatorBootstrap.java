package cl.buzon.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the first operator, without whom nobody could make anybody. The settings say who; the password in them opens the
 * portal once, to make one's own. Where there is an operator already they are ignored.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class OperatorBootstrap {

    private static final Logger LOG = System.getLogger(OperatorBootstrap.class.getName());

    /** The user name of the first operator. */
    @Inject
    @ConfigProperty(name = "buzon.operator.email")
    Optional<String> email;

    /** Their first password, at least 12 characters; it must be changed at the first sign-in. */
    @Inject
    @ConfigProperty(name = "buzon.operator.password")
    Optional<String> password;

    @Inject
    PortalUsers users;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    @SuppressWarnings("NullAway.Init")
    public OperatorBootstrap() {}

    @PostConstruct
    void ensureOperator() {
        if (users.hasOperator()) {
            return;
        }
        Optional<EmailAddress> name = email.flatMap(EmailAddress::parse);
        Optional<String> first = password.filter(text -> text.length() >= PasswordRules.MIN_LENGTH);
        if (name.isPresent() && first.isPresent()) {
            create(name.get(), first.get());
        } else {
            LOG.log(
                    Level.INFO,
                    "There is no operator. To make one, set buzon.operator.email and buzon.operator.password"
                            + " (at least {0} characters) and start again",
                    PasswordRules.MIN_LENGTH);
        }
    }

    private void create(EmailAddress name, String first) {
        String hash = passwords.hash(first);
        PortalUser operator = PortalUser.operator(name, name.localPart(), hash, clock.instant());
        operator.mustMakeOwnPassword(hash);
        users.add(operator);
        LOG.log(Level.INFO, "Created the operator {0}, who makes their own password at the first sign-in", name);
    }
}
