package cl.buzon.connector.simulation;

import cl.buzon.connector.database.Tables;

/** What the server keeps its book in. */
class DatabaseLedgerTest extends LedgerContract {

    private final Tables tables = new Tables();

    @Override
    protected Book book() {
        return new DatabaseBook(tables, calm());
    }
}
