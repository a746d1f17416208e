package cl.buzon.webhooks;

import java.net.UnknownHostException;

/** A host that leads to an address which may not be called; for whoever connects it is as if it did not exist. */
final class ForbiddenAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String host) {
        super(host);
    }
}
