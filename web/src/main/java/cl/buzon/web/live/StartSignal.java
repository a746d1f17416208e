package cl.buzon.web.live;

import cl.buzon.desk.PortalStarted;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Tells the house that it stands: this module is the last that starts. */
@WebListener
public class StartSignal implements ServletContextListener {

    @Inject
    private Event<PortalStarted> started;

    @Override
    public void contextInitialized(ServletContextEvent context) {
        started.fire(new PortalStarted());
    }
}
