package dev.winnow.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistake and its expected messages in one file: first the expected text, then the mistake as a patch without line
 * numbers.
 *
 * <pre>
 * demand.drl:9:6: rule `market-at-scale` has no `&#64;title`
 * --- demand.drl
 * -  &#64;title("A market of the town is large")
 * +++ recipe.txt
 * +flour, water, salt
 * </pre>
 *
 * <p>{@code --- name} begins the changes of an existing file: removed lines begin with a minus, added lines with a
 * plus, and context lines with a blank; {@code @@} separates changes. The removed and context lines of a change must
 * occur exactly once in the file. {@code +++ name} begins the whole content of a file, with a plus before each line;
 * {@code \ No newline at end of file} follows a last line without a line break.
 */
public final class Fixture {

    private static final String ENDING = ".diff";
    private static final String UNENDED = "\\ No newline at end of file";

    private final Path file;
    private final String expected;
    private final List<Part> parts;

    /** A file name with the lines that follow it. */
    private record Part(String name, boolean whole, List<String> lines) {}

    private Fixture(Path file, String expected, List<Part> parts) {
        this.file = file;
        this.expected = expected;
        this.parts = parts;
    }

    /** Returns the names of the fixtures of a folder, in order. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString())
                    .map(name -> {
                        if (!name.endsWith(ENDING)) {
                            throw new IllegalStateException(folder + ": " + name + " is not a " + ENDING + " file");
                        }
                        return name.substring(0, name.length() - ENDING.length());
                    })
                    .sorted()
                    .toList();
        }
    }

    /** Reads a fixture by its name without the ending. */
    public static Fixture read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ENDING);
        List<Part> parts = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("--- ") || line.startsWith("+++ ")) {
                parts.add(new Part(utf8(line.substring(4)), line.startsWith("+++ "), new ArrayList<>()));
            } else if (parts.isEmpty()) {
                expected.add(line);
            } else {
                parts.get(parts.size() - 1).lines().add(line);
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalStateException(file + " changes no file");
        }
        return new Fixture(file, utf8(joined(expected)), parts);
    }

    /** Returns the expected messages. */
    public String expected() {
        return expected;
    }

    /**
     * Returns the expected messages; with {@code -Dwinnow.update=true}, writes the actual ones to the file and returns
     * them.
     */
    public String expected(String output) throws IOException {
        if (!Boolean.getBoolean("winnow.update")) {
            return expected;
        }
        byte[] before = Files.readAllBytes(file);
        int end = expected.getBytes(StandardCharsets.UTF_8).length;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(output.getBytes(StandardCharsets.UTF_8));
            out.write(before, end, before.length - end);
        }
        return output;
    }

    /** Copies all files of a folder, and overwrites existing ones. */
    public static void copy(Path from, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    /** Applies the mistake to a folder. */
    public Fixture applyTo(Path folder) throws IOException {
        for (Part part : parts) {
            Path target = folder.resolve(part.name());
            Files.createDirectories(target.getParent());
            String content = part.whole() ? whole(part) : joined(changed(part, lines(target)));
            Files.write(target, content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return this;
    }

    private String whole(Part part) {
        List<String> lines = new ArrayList<>(part.lines());
        boolean unended = !lines.isEmpty() && lines.get(lines.size() - 1).equals(UNENDED);
        if (unended) {
            lines.remove(lines.size() - 1);
        }
        List<String> content = lines.stream().map(line -> after("+", line)).toList();
        return unended ? String.join("\n", content) : joined(content);
    }

    private List<String> changed(Part part, List<String> before) {
        List<String> content = new ArrayList<>(before);
        List<String> old = new ArrayList<>();
        List<String> now = new ArrayList<>();
        for (String line : part.lines()) {
            if (line.equals("@@")) {
                replace(content, old, now);
                old.clear();
                now.clear();
                continue;
            }
            String text = after(" -+", line);
            if (line.charAt(0) != '+') {
                old.add(text);
            }
            if (line.charAt(0) != '-') {
                now.add(text);
            }
        }
        replace(content, old, now);
        return content;
    }

    private void replace(List<String> content, List<String> old, List<String> now) {
        int at = Collections.indexOfSubList(content, old);
        if (old.isEmpty() || at < 0 || at != Collections.lastIndexOfSubList(content, old)) {
            throw new IllegalStateException(file + ": these lines must be there once: " + old);
        }
        List<String> changed = content.subList(at, at + old.size());
        changed.clear();
        changed.addAll(now);
    }

    private String after(String marks, String line) {
        if (line.isEmpty() || marks.indexOf(line.charAt(0)) < 0) {
            throw new IllegalStateException(file + ": a line must begin with one of `" + marks + "`: " + line);
        }
        return line.substring(1);
    }

    private static List<String> lines(Path file) throws IOException {
        String text = text(file);
        if (!text.endsWith("\n")) {
            throw new IllegalStateException(file + " must end with a line");
        }
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Reads one character per byte, since the mistake may be in the encoding. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
