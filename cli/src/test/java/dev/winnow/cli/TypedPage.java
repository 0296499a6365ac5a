package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows a page of the documentation word for word in a folder like a fresh checkout: runs each {@code sh} block in a
 * shell, and its command lines of winnow in one JVM, applies each {@code diff} block to the file that the line above it names, and compares each {@code text} block
 * with the output of the commands before it. A line {@code …} in such a block stands for any number of lines.
 */
final class TypedPage implements AutoCloseable {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)(?:`([^`\n]+)`[^`\n]*\n\n)?^```(sh|text|diff)\n(.*?)^```$");

    private static final String WINNOW = "./winnow ";

    private final Path checkout;
    private final Process winnow;
    private String printed = "";

    TypedPage(Path checkout) {
        this.checkout = checkout;
        copy("rules");
        copy("seeds");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dwinnow.home=" + checkout,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TypedProgram.class.getName())
                .directory(checkout.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "COLUMNS", "80"));
        try {
            winnow = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        winnow.destroy();
    }

    /** Runs a page from its first block to its last. */
    void type(Path page) throws IOException, InterruptedException {
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        List<MatchResult> all = blocks.results().toList();
        assertThat(all).as("blocks of %s", page).isNotEmpty();
        for (int i = 0; i < all.size(); i++) {
            MatchResult block = all.get(i);
            switch (block.group(2)) {
                case "sh" ->
                    run(
                            block.group(3),
                            i + 1 < all.size() && all.get(i + 1).group(2).equals("text"));
                case "diff" -> edit(String.valueOf(block.group(1)), block.group(3));
                default -> finds(block.group(3));
            }
        }
    }

    /** @param shown whether the page shows the output, which may then be an error message */
    private void run(String script, boolean shown) throws IOException, InterruptedException {
        StringBuilder output = new StringBuilder();
        int exit = 0;
        for (String line : script.lines().toList()) {
            exit = line.startsWith(WINNOW)
                    ? runWinnow(line.substring(WINNOW.length()), output)
                    : runShell(line, output);
        }
        printed = output.toString();
        if (!shown) {
            assertThat(exit).as("%s%n%s", script, printed).isZero();
        }
    }

    private int runShell(String line, StringBuilder output) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", line)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        output.append(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return shell.waitFor();
    }

    private int runWinnow(String line, StringBuilder output) throws IOException {
        assertThat(line).as("a command line without quotes or redirection").doesNotContainPattern("['\"|<>&;$*]");
        winnow.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        winnow.getOutputStream().flush();
        DataInputStream answer = new DataInputStream(winnow.getInputStream());
        int exit = answer.readInt();
        output.append(new String(answer.readNBytes(answer.readInt()), StandardCharsets.UTF_8));
        return exit;
    }

    private void finds(String expected) {
        String pattern = expected.lines()
                .map(line -> line.strip().equals("…") ? "(?:.*\\R)*?" : Pattern.quote(line) + "\\R")
                .collect(Collectors.joining());
        assertThat(Pattern.compile("(?m)^" + pattern).matcher(printed).find())
                .as("the page shows%n%s%nand what is printed is%n%s", expected, printed)
                .isTrue();
    }

    /** Lines without a sign or with a minus must occur once in the file; those with a plus replace them. */
    private void edit(String file, String diff) throws IOException {
        Path path = checkout.resolve(file);
        String text = Files.readString(path);
        String before = side(diff, '-');
        assertThat(text.split(Pattern.quote(before), -1))
                .as("%s holds once%n%s", file, before)
                .hasSize(2);
        Files.writeString(path, text.replace(before, side(diff, '+')));
    }

    private static String side(String diff, char sign) {
        List<String> lines = new ArrayList<>();
        diff.lines()
                .filter(line -> line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == sign)
                .forEach(line -> lines.add(line.isEmpty() ? line : line.substring(1)));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void copy(String folder) {
        Path from = Run.HOME.resolve(folder);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !from.relativize(file).startsWith("target"))
                    .toList()) {
                Path to = checkout.resolve(folder).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
