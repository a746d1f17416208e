package cl.buzon.connector.simulation;

import org.junit.jupiter.api.Tag;

/** The same with a real Request Tracker; the profile of this name starts one and says where it is. */
@Tag("request-tracker")
class RealTrackerSyncTest extends TrackerSyncTest {}
