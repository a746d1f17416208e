package cl.buzon.sandbox;

import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.page.PageServlet;
import cl.buzon.sandbox.wire.Door;
import cl.buzon.sandbox.wire.WireServlet;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.xnio.IoUtils;

/**
 * The sandbox on a free port of this machine, for tests. Beside what the run command deploys it can end a connection
 * without a word.
 */
public final class SandboxServer implements AutoCloseable {

    private static final String CUT = "cl.buzon.sandbox.cut";

    private final Instance instance;
    private final Undertow undertow;

    private SandboxServer(Instance instance) {
        this.instance = instance;
        this.undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setWorkerThreads(32)
                // The instance itself says how large a file may be
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setHandler(handler(instance))
                .build();
        undertow.start();
    }

    /** A fresh instance in memory. */
    public static SandboxServer start() {
        return serving(Instance.inMemory());
    }

    /** A fresh instance in memory whose clock goes along with this one. */
    public static SandboxServer start(Clock clock) {
        return serving(Instance.inMemory(clock));
    }

    /** The instance as it was left in the folder. */
    public static SandboxServer keptIn(Path folder) {
        return serving(Instance.keptIn(folder, Clock.systemUTC()));
    }

    public static SandboxServer serving(Instance instance) {
        return new SandboxServer(instance);
    }

    /** The base address, without a slash at its end: what a connector is given. */
    public String url() {
        return "http://localhost:" + port() + "/sandbox";
    }

    public URI uri(String path) {
        return URI.create(url() + path);
    }

    public Instance instance() {
        return instance;
    }

    @Override
    public void close() {
        undertow.stop();
        instance.close();
    }

    private int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    private static HttpHandler handler(Instance instance) {
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(SandboxServer.class.getClassLoader())
                .setDeploymentName("sandbox")
                .setContextPath("/sandbox")
                .setDefaultEncoding("UTF-8")
                .addServletContextAttribute(Door.class.getName(), new Door(instance))
                .addServletContextAttribute(Instance.class.getName(), instance)
                .addInnerHandlerChainWrapper(SandboxServer::canCut)
                .addServlet(Servlets.servlet("wire", WireServlet.class)
                        .addMappings("/api/*", "/oauth_token.do")
                        .setMultipartConfig(new MultipartConfigElement("")))
                .addServlet(Servlets.servlet("page", PageServlet.class)
                        .addMappings("", "/caso/*", "/archivo/*", "/fallas", "/quien", "/estilo.css")
                        .setMultipartConfig(new MultipartConfigElement("")));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        try {
            HttpHandler started = manager.start();
            return io.undertow.Handlers.path().addPrefixPath("/sandbox", started);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpHandler canCut(HttpHandler next) {
        return exchange -> {
            Runnable cut = () -> IoUtils.safeClose(exchange.getConnection());
            exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY)
                    .getServletRequest()
                    .setAttribute(CUT, cut);
            next.handleRequest(exchange);
        };
    }
}
