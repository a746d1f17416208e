package cl.buzon.connector.simulation;

/** What the simulation keeps its book in. */
class MemoryLedgerTest extends LedgerContract {

    @Override
    protected Book book() {
        return new MemoryLedger(calm());
    }
}
