package dev.winnow.records.content;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.model.history.SourceFile;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
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
 * What a universe consists of: the texts of its files, unchanged to the byte; what was taken from tables and answers, as
 * the documents that they were read as; and the vocabulary that it was read with.
 */
public final class UniverseContent {

    private final String name;
    private final boolean headed;
    private final List<Node> vocabulary;
    private final List<SourceFile> files;
    /** The texts of those files that have one, in the same order; null for the others. */
    private final List<@Nullable String> texts;

    private UniverseContent(
            String name, boolean headed, List<Node> vocabulary, List<SourceFile> files, List<@Nullable String> texts) {
        this.name = name;
        this.headed = headed;
        this.vocabulary = vocabulary;
        this.files = files;
        this.texts = texts;
    }

    /**
     * What a universe consists of; its files are read once more.
     *
     * @throws Unrecordable if a file is no longer what it was
     */
    public static UniverseContent of(Universe universe) throws IOException {
        List<@Nullable String> texts = new ArrayList<>();
        for (SourceFile file : universe.sourceFiles()) {
            texts.add(file.path() == null ? null : text(file));
        }
        Map<String, Node> vocabulary =
                new LinkedHashMap<>(); // a shipped pack is declared by itself and among the shipped
        for (Node document : universe.vocabulary().documents()) {
            StringBuilder whole = new StringBuilder();
            document.dump(whole);
            vocabulary.putIfAbsent(whole.toString(), document);
        }
        return new UniverseContent(
                universe.name(), universe.headed(), List.copyOf(vocabulary.values()), universe.sourceFiles(), texts);
    }

    private static String text(SourceFile file) throws IOException {
        byte[] bytes = Files.readAllBytes(Objects.requireNonNull(file.path()));
        String text = new String(bytes, StandardCharsets.UTF_8);
        TextFile read = TextFile.of(file.name(), bytes, new ArrayList<>());
        if (read == null
                || !read.digest().equals(file.digest())
                || !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new Unrecordable(
                    Message.of("`%s` was changed while it was being used: screen once more", file.name()));
        }
        return text;
    }

    /** The universe again. */
    public Universe load() {
        Vocabulary known = Vocabulary.core();
        for (Node document : vocabulary) {
            // What two of them declare otherwise was settled by their order when they were recorded.
            known = known.and(Vocabulary.of(document, new ArrayList<>()), new ArrayList<>());
        }
        List<Problem> problems = new ArrayList<>();
        List<SourceFile> read = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            SourceFile file = files.get(i);
            String text = texts.get(i);
            TextFile parsed =
                    text == null ? null : TextFile.of(file.name(), text.getBytes(StandardCharsets.UTF_8), problems);
            read.add(
                    parsed == null
                            ? file
                            : new SourceFile(file.name(), parsed.digest(), parsed.parse(problems), file.own()));
        }
        return Universe.of(known, name, headed, read, problems);
    }

    /** {@return the content} */
    public Content content() throws IOException {
        return Content.of(out -> {
            try (JsonGenerator json = NodeJson.generator(out)) {
                json.writeStartObject();
                json.writeStringField("name", name);
                json.writeBooleanField("headed", headed);
                json.writeArrayFieldStart("vocabulary");
                for (Node document : vocabulary) {
                    NodeJson.write(document, json);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("files");
                for (int i = 0; i < files.size(); i++) {
                    file(files.get(i), texts.get(i), json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private static void file(SourceFile file, @Nullable String text, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", file.name());
        json.writeBooleanField("own", file.own());
        if (text != null) {
            json.writeStringField("text", text);
        } else {
            Node root = file.root();
            json.writeFieldName("document");
            if (root == null) {
                json.writeNull();
            } else {
                NodeJson.write(root, json);
            }
        }
        json.writeEndObject();
    }

    /** Reads it back. */
    public static UniverseContent of(Content content) throws IOException {
        Node root;
        try (InputStream in = content.open()) {
            root = NodeJson.read(in);
        }
        List<SourceFile> files = new ArrayList<>();
        List<@Nullable String> texts = new ArrayList<>();
        for (Node file : Members.of(root, "files").items()) {
            boolean own = Members.text(file, "own").equals("true");
            files.add(new SourceFile(Members.text(file, "name"), null, file.get("document"), own));
            texts.add(Members.optional(file, "text"));
        }
        return new UniverseContent(
                Members.text(root, "name"),
                Members.text(root, "headed").equals("true"),
                Members.of(root, "vocabulary").items(),
                files,
                texts);
    }
}
