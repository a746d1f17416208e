package cl.buzon.connector.link;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import java.time.Instant;

/** Something on a ticket that the other side has told of and that is not yet paired with anything of ours. */
public sealed interface Fact {

    /** The other side's own key of it. */
    String remoteId();

    RemoteAuthor author();

    /** By the other side's clock. */
    Instant at();

    /** By which it is recognised as something of ours. */
    String print();

    /** Words. */
    record Said(RemoteMessage message) implements Fact {
        @Override
        public String remoteId() {
            return message.id();
        }

        @Override
        public RemoteAuthor author() {
            return message.author();
        }

        @Override
        public Instant at() {
            return message.at();
        }

        @Override
        public String print() {
            return Print.ofComment(message.text());
        }
    }

    /** A file. */
    record Attached(RemoteFile file) implements Fact {
        @Override
        public String remoteId() {
            return file.id();
        }

        @Override
        public RemoteAuthor author() {
            return file.author();
        }

        @Override
        public Instant at() {
            return file.at();
        }

        @Override
        public String print() {
            return Print.ofFile(file.name(), file.size());
        }
    }
}
