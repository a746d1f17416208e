package cl.buzon.web.api;

import java.util.List;

/** All there is of something. */
record ItemsJson<T>(List<T> items) {}
