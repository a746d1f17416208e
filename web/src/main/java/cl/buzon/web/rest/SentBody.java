package cl.buzon.web.rest;

import cl.buzon.shared.Sha256;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** The hash of this request's body, taken while it is read. */
@RequestScoped
public class SentBody {

    private final MessageDigest digest = Sha256.digest();

    @SuppressWarnings("NullAway.Init")
    protected SentBody() {}

    /** Of what has been read so far; asked once. */
    String hash() {
        return Sha256.hex(digest);
    }

    InputStream watched(InputStream body) {
        return new DigestInputStream(body, digest);
    }

    /** Stands between the network and the reader of bodies. */
    @Provider
    public static class Watch implements ContainerRequestFilter {

        @Inject
        private SentBody sent;

        @Override
        public void filter(ContainerRequestContext request) {
            request.setEntityStream(sent.watched(request.getEntityStream()));
        }
    }
}
