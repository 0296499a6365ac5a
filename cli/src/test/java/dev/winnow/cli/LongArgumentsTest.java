package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.CommandEntry;
import dev.winnow.console.Feature;
import dev.winnow.console.Features;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Messages quote the beginning and the end of a long argument, however it is used. */
class LongArgumentsTest {

    private static final String LONG = "a".repeat(5_000) + ".zzz";

    /** They run for long and check their arguments in the same way as others. */
    private static final Set<String> SLOW = Set.of("serve", "lsp", "rules mutate");

    @Test
    void theMiddleOfALongArgumentIsLeftOut() {
        assertThat(Run.winnow("screen", "--by=" + LONG).err())
                .isEqualTo("winnow: unknown value `" + "a".repeat(80) + "…" + "a".repeat(26)
                        + ".zzz` for --by; expected one of city, project\n");
        assertThat(Run.winnow("screen", "-u", LONG).err())
                .startsWith("a".repeat(80) + "…" + "a".repeat(26) + ".zzz: there is no such file\n");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void noMessageRepeatsALongArgument(List<String> line) {
        Run run = Run.winnow(line.toArray(String[]::new));
        assertThat(run.err()).doesNotContain("a".repeat(200)).doesNotContain("unexpected error");
    }

    /** Each option once, each command with long operands, and a long unknown option. */
    static Stream<List<String>> lines() {
        Terminal none =
                new Terminal(new ByteArrayOutputStream(), new PrintWriter(new StringWriter()), variable -> null, false);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("screen", "--" + LONG));
        Set<String> seen = new HashSet<>();
        for (Feature feature : Features.all()) {
            for (CommandEntry entry : feature.commands()) {
                if (!SLOW.contains(entry.words())) {
                    Object command = entry.factory().apply(none, RulePack::forScreening);
                    CommandLine line = command instanceof CommandLine made ? made : new CommandLine(command);
                    add(line, List.of(entry.words().split(" ")), lines, seen);
                }
            }
        }
        return lines.stream();
    }

    private static void add(CommandLine command, List<String> words, List<List<String>> lines, Set<String> seen) {
        CommandSpec spec = command.getCommandSpec();
        List<String> positional = new ArrayList<>(words);
        spec.positionalParameters().forEach(parameter -> positional.add("sien"));
        for (OptionSpec option : spec.options()) {
            if (seen.add(option.longestName())) {
                lines.add(Stream.concat(positional.stream(), Stream.of(option.longestName() + "=" + LONG))
                        .toList());
            }
        }
        if (positional.contains("sien")) {
            lines.add(positional.stream()
                    .map(word -> word.equals("sien") ? LONG : word)
                    .toList());
        }
    }
}
