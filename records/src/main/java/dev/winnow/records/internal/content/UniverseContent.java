package dev.winnow.records.internal.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a universe: the texts of its files, byte for byte; documents for data read from tables and answers; and
 * its vocabulary.
 */
public record UniverseContent(String name, boolean headed, List<Node> vocabulary, List<File> files) {

    public UniverseContent {
        Objects.requireNonNull(name);
        vocabulary = List.copyOf(vocabulary);
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param own whether it belongs to the universe itself
     * @param text its text; null if it has none
     * @param document the document read instead of a text; null if there is none
     * @param digest the digest of the text that the document was read from, such as the body of a request; null if
     *     there is none
     */
    public record File(
            String name,
            boolean own,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Node document,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String digest) {

        public File {
            Objects.requireNonNull(name);
        }
    }

    /**
     * Collects the parts of a universe; its files are read again.
     *
     * @throws Unrecordable if a file changed since the universe was read
     */
    public static UniverseContent of(Universe universe) throws IOException {
        List<File> files = new ArrayList<>();
        for (SourceFile file : universe.sourceFiles()) {
            files.add(
                    file.path() == null
                            ? new File(
                                    file.name(),
                                    file.own(),
                                    null,
                                    Objects.requireNonNullElseGet(file.root(), () -> Node.nothing(Place.file(""))),
                                    file.read())
                            : new File(file.name(), file.own(), text(file), null, null));
        }
        Map<String, Node> vocabulary =
                new LinkedHashMap<>(); // a shipped pack is declared by itself and among the shipped packs
        for (Node document : universe.vocabulary().documents()) {
            StringBuilder whole = new StringBuilder();
            document.dump(whole);
            vocabulary.putIfAbsent(whole.toString(), document);
        }
        return new UniverseContent(universe.name(), universe.headed(), List.copyOf(vocabulary.values()), files);
    }

    private static String text(SourceFile file) throws IOException {
        byte[] bytes = Files.readAllBytes(Objects.requireNonNull(file.path()));
        String text = new String(bytes, StandardCharsets.UTF_8);
        TextFile read = TextFile.of(file.name(), bytes, new ArrayList<>());
        if (read == null
                || !read.digest().equals(file.digest())
                || !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new Unrecordable(Message.of("`%s` changed while it was in use: screen again", file.name()));
        }
        return text;
    }

    /** Reads the universe from its parts. */
    public Universe load() {
        Vocabulary known = Vocabulary.core();
        for (Node document : vocabulary) {
            // Conflicts between two declarations were resolved by their order when they were recorded.
            known = known.and(Vocabulary.of(document, new ArrayList<>()), new ArrayList<>());
        }
        List<Problem> problems = new ArrayList<>();
        List<SourceFile> read = new ArrayList<>();
        for (File file : files) {
            TextFile parsed = file.text() == null ? null : TextFile.of(file.name(), file.text(), problems);
            read.add(
                    parsed == null
                            ? new SourceFile(file.name(), file.digest(), file.document(), file.own())
                            : new SourceFile(file.name(), parsed.digest(), parsed.parse(problems), file.own()));
        }
        return Universe.of(known, name, headed, read, problems);
    }

    /** {@return the content} */
    public Content content() throws IOException {
        return Content.ofJson(this);
    }

    /** Reads a content. */
    public static UniverseContent of(Content content) throws IOException {
        return content.read(UniverseContent.class);
    }
}
