package cl.buzon.web.portal;

import cl.buzon.shared.Refusal;
import cl.buzon.web.i18n.Texts;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an exception that leaves a page: a refusal is answered by the page for its status, a form whose view
 * the server no longer knows is shown again with what was typed, and everything else is a bug and goes on.
 */
public class RefusalPages extends ExceptionHandlerFactory {

    public RefusalPages(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            for (Iterator<ExceptionQueuedEvent> queue =
                            getUnhandledExceptionQueuedEvents().iterator();
                    queue.hasNext(); ) {
                if (answered(queue.next())) {
                    queue.remove();
                }
            }
            super.handle();
        }

        private static boolean answered(ExceptionQueuedEvent event) {
            FacesContext faces = event.getContext().getContext();
            Throwable cause = cause(event.getContext().getException());
            if (cause instanceof ViewExpiredException expired && expired.getViewId() != null) {
                showAgain(faces, expired.getViewId());
                return true;
            }
            OptionalInt status = status(cause);
            status.ifPresent(code -> send(faces, code));
            return status.isPresent();
        }

        private static @Nullable Throwable cause(@Nullable Throwable thrown) {
            Throwable cause = thrown;
            while (cause != null && !(cause instanceof Refusal) && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause;
        }

        private static OptionalInt status(@Nullable Throwable cause) {
            if (cause instanceof Refusal.NotFound) {
                return OptionalInt.of(HttpServletResponse.SC_NOT_FOUND);
            }
            if (cause instanceof Refusal.NotAllowed) {
                return OptionalInt.of(HttpServletResponse.SC_FORBIDDEN);
            }
            return cause instanceof Refusal ? OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST) : OptionalInt.empty();
        }

        private static void send(FacesContext faces, int status) {
            try {
                faces.getExternalContext().responseSendError(status, null);
                faces.responseComplete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Nothing is acted upon: the fields take what was sent, and the person sends it again. */
        private static void showAgain(FacesContext faces, String viewId) {
            ViewHandler views = faces.getApplication().getViewHandler();
            UIViewRoot fresh = views.createView(faces, viewId);
            faces.setViewRoot(fresh);
            try {
                views.getViewDeclarationLanguage(faces, viewId).buildView(faces, fresh);
            } catch (IOException e) {
                throw new FacesException(e);
            }
            faces.renderResponse();
            fresh.processDecodes(faces);
            String contentType = faces.getExternalContext().getRequestContentType();
            boolean withFiles = contentType != null && contentType.startsWith("multipart/");
            String text = Texts.in(fresh.getLocale()).get(withFiles ? "page.expired.files" : "page.expired");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
    }
}
