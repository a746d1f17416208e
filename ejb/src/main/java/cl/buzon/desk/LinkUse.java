package cl.buzon.desk;

import cl.buzon.accounts.LinkSecret;
import cl.buzon.accounts.OneTimeLinks;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Uses a link up, in a transaction of its own. */
@ApplicationScoped
@Transactional
class LinkUse {

    private OneTimeLinks links;
    private PortalUsers users;
    private PasswordMail mail;

    @SuppressWarnings("NullAway.Init")
    protected LinkUse() {}

    @Inject
    LinkUse(OneTimeLinks links, PortalUsers users, PasswordMail mail) {
        this.links = links;
        this.users = users;
        this.mail = mail;
    }

    /** Who may use it now; empty when it opens nothing, or not for somebody who has been disabled. */
    public Optional<PortalUser> holder(String secret, Instant now) {
        return links.find(new LinkSecret(secret), now)
                .flatMap(link -> users.find(link.user()))
                .filter(user -> !user.isDisabled());
    }

    /**
     * Gives its user another password and ends all links of the user, whatever else happens at once.
     *
     * @return false when somebody else was quicker
     */
    public boolean use(String secret, String hash, Instant now) {
        Optional<PortalUser> holder = holder(secret, now).map(user -> users.getForChange(user.id()));
        if (holder.isEmpty() || holder(secret, now).isEmpty()) {
            return false;
        }
        PortalUser user = holder.get();
        boolean first = user.mustChangePassword();
        user.makeOwnPassword(hash);
        links.endAll(user.id(), now);
        if (!first) {
            mail.changed(user);
        }
        return true;
    }
}
