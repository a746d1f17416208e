package cl.buzon.connector.requesttracker;

import org.junit.jupiter.api.Tag;

/** The same promises with a real Request Tracker; the profile of this name starts one and says where it is. */
@Tag("request-tracker")
class RealTrackerContractTest extends RequestTrackerContractTest {}
