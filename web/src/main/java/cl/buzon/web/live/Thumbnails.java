package cl.buzon.web.live;

import cl.buzon.desk.FileContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Small pictures of files, made when they are asked for. A file never changes under its id, so a browser asks once; few
 * are made at a time, for each may take tens of megabytes.
 */
@ApplicationScoped
class Thumbnails {

    private static final Logger LOG = System.getLogger(Thumbnails.class.getName());
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore room = new Semaphore(AT_ONCE, true);

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    Thumbnails() {}

    /** A sheet of paper stands for what is no picture, or none that we dare to open. */
    Response of(UUID id, FileContent file) {
        EntityTag tag = new EntityTag(id.toString());
        if (("\"" + id + "\"").equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return Response.notModified(tag).cacheControl(forDays()).build();
        }
        try {
            return room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS) ? inRoom(file, tag) : sheet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sheet();
        }
    }

    private Response inRoom(FileContent file, EntityTag tag) {
        try (InputStream content = file.content().open()) {
            return Thumbnail.of(content)
                    .map(picture -> Response.ok(picture, Thumbnail.CONTENT_TYPE)
                            .tag(tag)
                            .cacheControl(forDays())
                            .header("Content-Security-Policy", "sandbox; default-src 'none'")
                            .build())
                    .orElseGet(this::sheet);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "no small picture: {0}", e.getMessage());
            return sheet();
        } finally {
            room.release();
        }
    }

    private Response sheet() {
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, request.getContextPath() + "/resources/img/sheet.svg")
                .build();
    }

    private static CacheControl forDays() {
        CacheControl cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoTransform(false);
        cache.setMaxAge((int) TimeUnit.DAYS.toSeconds(7));
        cache.getCacheExtension().put("immutable", null);
        return cache;
    }
}
