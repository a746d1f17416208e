package cl.buzon.attachments;

class MemoryFileStoreTest extends FileStoreContract {

    private final MemoryFileStore store = new MemoryFileStore();

    @Override
    FileStore store() {
        return store;
    }

    @Override
    void lose(String sha256) {
        store.lose(sha256);
    }

    @Override
    void spoil(String sha256) {
        store.spoil(sha256);
    }
}
