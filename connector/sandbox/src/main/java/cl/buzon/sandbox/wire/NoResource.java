package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;

/** Nothing of the instance's lies there, or it cannot be asked in this way. */
final class NoResource {

    private NoResource() {}

    static Denial denial() {
        return new Denial(400, "Requested URI does not represent any resource", null);
    }

    static Denial wrongMethod(String method) {
        return new Denial(405, "Method not supported", "The method " + method + " is not supported by this resource");
    }
}
