package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
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
 * shell, applies each {@code diff} block to the file that the line above it names, and compares each {@code text} block
 * with the output of the commands before it. A line {@code …} in such a block stands for any number of lines.
 */
final class TypedPage {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)(?:`([^`\n]+)`[^`\n]*\n\n)?^```(sh|text|diff)\n(.*?)^```$");

    private final Path checkout;
    private String printed = "";

    TypedPage(Path checkout) {
        this.checkout = checkout;
        copy("rules");
        copy("seeds");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        write(
                "winnow",
                Stream.of(
                                "#!/bin/sh",
                                "exec '" + java + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
                                        + " -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8"
                                        + " -Dstderr.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Dfile.encoding=UTF-8"
                                        + " -Dwinnow.home=\"$PWD\" -Dwinnow.terminal=false"
                                        + " -cp '" + System.getProperty("java.class.path")
                                        + "' dev.winnow.cli.Main \"$@\"")
                        .collect(Collectors.joining("\n", "", "\n")));
        assertThat(checkout.resolve("winnow").toFile().setExecutable(true)).isTrue();
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
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(checkout.toFile());
        builder.redirectErrorStream(true).environment().putAll(Map.of("LC_ALL", "C.UTF-8", "COLUMNS", "80"));
        Process shell = builder.start();
        shell.getOutputStream().close();
        printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = shell.waitFor();
        if (!shown) {
            assertThat(exit).as("%s%n%s", script, printed).isZero();
        }
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

    private void write(String name, String text) {
        try {
            Files.writeString(checkout.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
