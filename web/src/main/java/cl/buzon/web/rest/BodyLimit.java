package cl.buzon.web.rest;

import cl.buzon.desk.CustomerDesk;
import cl.buzon.desk.FileLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses bodies that are larger than anything that could be meant, by their announced length and while they are read. */
@Provider
@ApplicationScoped
public class BodyLimit implements ContainerRequestFilter {

    /** Far more than the longest texts in the most wasteful way to write them. */
    static final long JSON = 256 * 1024;

    /** A thousand rows with the longest texts, written in UTF-8. */
    private static final long BATCH = 24 * 1024 * 1024;

    /** What surrounds the files of a multipart body. */
    private static final long FRAME = 256 * 1024;

    @Inject
    private CustomerDesk desk;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean batch = request.getUriInfo().getPath().endsWith("/batch");
        long limit = batch ? BATCH : limit(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && exceeds(length, limit)) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    private static boolean exceeds(String length, long limit) {
        return length.length() > 18 || (length.matches("[0-9]+") && Long.parseLong(length) > limit);
    }

    private long limit(@Nullable String contentType) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return JSON;
        }
        FileLimits files = desk.limits();
        return files.maxSize() * files.maxCount() + FRAME;
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }

    /** Fails with 413 where it has given so many bytes. */
    static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        /** Gives so many more from here on. */
        void renew(long limit) {
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
