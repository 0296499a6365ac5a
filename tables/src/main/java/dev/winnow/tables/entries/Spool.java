package dev.winnow.tables.entries;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue that keeps its first elements in memory and the others in a temporary file, which is deleted when the spool
 * is closed or the process ends.
 *
 * @param <T> the type of the elements
 */
final class Spool<T> implements Closeable {

    private static final int BUFFER = 1 << 16;

    /** Consumes an element. */
    public interface Taker<T> {
        void take(T thing) throws IOException;
    }

    /** Writes and reads an element in the file. */
    interface Form<T> {
        void write(T thing, DataOutputStream to) throws IOException;

        T read(DataInputStream from) throws IOException;
    }

    /** A dictionary of texts that recur, each written as its number. */
    static final class Words {

        private final List<String> words = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        int number(String word) {
            Integer number = numbers.putIfAbsent(word, words.size());
            if (number == null) {
                words.add(word);
                return words.size() - 1;
            }
            return number;
        }

        String word(int number) {
            return words.get(number);
        }

        /** All texts, in the order in which they first occurred. */
        List<String> all() {
            return List.copyOf(words);
        }
    }

    private final int most;
    private final Form<T> form;
    private final List<T> first = new ArrayList<>();
    private long waiting;
    private @Nullable FileChannel file;
    private @Nullable DataOutputStream out;

    /** @param most so many are kept in memory */
    Spool(int most, Form<T> form) {
        this.most = most;
        this.form = form;
    }

    void add(T thing) throws IOException {
        if (first.size() < most) {
            first.add(thing);
            return;
        }
        form.write(thing, out == null ? open() : out);
        waiting++;
    }

    private DataOutputStream open() throws IOException {
        Path path = Files.createTempFile("winnow", ".spool");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        DataOutputStream opened =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        file = channel;
        out = opened;
        return opened;
    }

    /** Passes all elements on, in their order. */
    void each(Taker<T> taker) throws IOException {
        for (T thing : first) {
            taker.take(thing);
        }
        FileChannel channel = file;
        if (channel == null || out == null) {
            return;
        }
        out.flush();
        long end = channel.position();
        channel.position(0);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
        for (long left = waiting; left > 0; left--) {
            taker.take(form.read(in));
        }
        channel.position(end);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    static void write(String text, DataOutputStream to) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    static String text(DataInputStream from) throws IOException {
        return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
    }
}
