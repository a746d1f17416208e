package cl.buzon.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where the name of a host leads now. */
@FunctionalInterface
interface NameLookup {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
