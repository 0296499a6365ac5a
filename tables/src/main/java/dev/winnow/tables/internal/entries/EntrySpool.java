package dev.winnow.tables.internal.entries;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.TreeJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue that keeps its first entries in memory and the others in a temporary file, which is deleted when the queue is
 * closed or the process ends. All values of an entry read from the file have the place of the entry.
 */
public final class EntrySpool implements Closeable {

    /** Number of entries kept in memory. */
    private static final int KEPT = 2_000;

    private final List<Node> first = new ArrayList<>();
    private long waiting;
    private @Nullable FileChannel file;
    private @Nullable JsonGenerator out;

    /** Consumes an entry. */
    public interface Sink<T> {
        void accept(T entry) throws IOException;
    }

    /** Adds a valid entry. */
    public void add(Node entry) throws IOException {
        if (first.size() < KEPT) {
            first.add(entry);
            return;
        }
        JsonGenerator json = out == null ? open() : out;
        Place place = entry.place();
        json.writeString(place.file());
        json.writeString(place.sheet());
        json.writeNumber(place.line());
        TreeJson.write(entry, json);
        waiting++;
    }

    private JsonGenerator open() throws IOException {
        FileChannel channel = FileChannel.open(
                Files.createTempFile("winnow", ".spool"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        JsonGenerator opened = TreeJson.FACTORY.createGenerator(Channels.newWriter(channel, StandardCharsets.UTF_8));
        file = channel;
        out = opened;
        return opened;
    }

    /** Passes all entries on, in order. */
    public void each(Sink<Node> sink) throws IOException {
        for (Node entry : first) {
            sink.accept(entry);
        }
        FileChannel channel = file;
        if (channel == null || out == null) {
            return;
        }
        out.flush();
        long end = channel.position();
        channel.position(0);
        JsonParser json = TreeJson.FACTORY.createParser(Channels.newReader(channel, StandardCharsets.UTF_8));
        for (long left = waiting; left > 0; left--) {
            String name = json.nextTextValue();
            String sheet = json.nextTextValue();
            Place place = Place.cell(name, sheet, json.nextIntValue(0), 1);
            json.nextToken();
            sink.accept(TreeJson.read(json, place));
        }
        channel.position(end);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
