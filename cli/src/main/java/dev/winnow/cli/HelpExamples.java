package dev.winnow.cli;

import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Command lines that {@code --help} ends with, by command: each works as it stands, but for the names of one's own files. */
final class HelpExamples {

    private static final Map<String, List<String>> BY_COMMAND = Map.ofEntries(
            Map.entry(
                    "winnow screen",
                    List.of(
                            "winnow screen",
                            "winnow screen --city qingdao --project projects.xlsx",
                            "winnow screen -u illustrative -r battery -o report.html")),
            Map.entry(
                    "winnow explain",
                    List.of("winnow explain sien qingdao", "winnow explain sien qingdao --why-not -o memo.html")),
            Map.entry(
                    "winnow ask",
                    List.of(
                            "winnow ask hisense-xinxin qingdao",
                            "winnow ask hisense-xinxin qingdao -o questions.xlsx")),
            Map.entry("winnow answers", List.of("winnow answers questions.xlsx -o answers.yaml")),
            Map.entry(
                    "winnow compare",
                    List.of(
                            "winnow compare battery drafts/battery -u illustrative",
                            "winnow compare battery drafts/battery -u illustrative -o change.md")),
            Map.entry("winnow backtest", List.of("winnow backtest", "winnow backtest -o backtest.html")),
            Map.entry(
                    "winnow gaps", List.of("winnow gaps qingdao", "winnow gaps birchport -u illustrative -r battery")),
            Map.entry(
                    "winnow portfolio", List.of("winnow portfolio -u illustrative -r battery --budget \"10 bn yuan\"")),
            Map.entry(
                    "winnow match",
                    List.of(
                            "winnow match --capacity qingdao=3",
                            "winnow match -u illustrative -r battery --capacity 3 -o match.html")),
            Map.entry(
                    "winnow decide",
                    List.of("winnow decide sien qingdao recommend --reason \"Its funding is proven.\"")),
            Map.entry("winnow history", List.of("winnow history", "winnow history 1")),
            Map.entry("winnow replay", List.of("winnow replay 1")),
            Map.entry("winnow verify", List.of("winnow verify")),
            Map.entry("winnow rules check", List.of("winnow rules check", "winnow rules check drafts/battery")),
            Map.entry(
                    "winnow rules test",
                    List.of("winnow rules test --coverage", "winnow rules test drafts/battery -k funding")),
            Map.entry("winnow rules mutate", List.of("winnow rules mutate battery -k local-lead-users")),
            Map.entry("winnow rules list", List.of("winnow rules list battery", "winnow rules list --reads")),
            Map.entry("winnow rules doc", List.of("winnow rules doc drafts/battery -o battery.html")),
            Map.entry("winnow rules fmt", List.of("winnow rules fmt drafts/battery --check")),
            Map.entry("winnow rules new pack", List.of("winnow rules new pack drafts/my-policy")),
            Map.entry(
                    "winnow rules new criterion",
                    List.of("winnow rules new criterion logistics -r drafts/battery --side city")),
            Map.entry(
                    "winnow rules new rule",
                    List.of("winnow rules new rule port-at-hand -r drafts/battery --criterion technology")),
            Map.entry(
                    "winnow rules new fact",
                    List.of("winnow rules new fact waterUse -r drafts/battery --criterion technology")),
            Map.entry("winnow evidence", List.of("winnow evidence sien", "winnow evidence --conflicts")),
            Map.entry(
                    "winnow import",
                    List.of("winnow import projects.xlsx", "winnow import projects.xlsx -o projects.yaml")),
            Map.entry(
                    "winnow template",
                    List.of("winnow template -o projects.xlsx", "winnow template all -o universe.xlsx")),
            Map.entry("winnow synth", List.of("winnow synth --projects 100 --cities 5 -o invented.yaml")),
            Map.entry("winnow schema", List.of("winnow schema universe")),
            Map.entry("winnow completion", List.of("winnow completion bash > winnow.bash")));

    private HelpExamples() {}

    /** The examples of a command; none for one that others stand below. */
    static List<String> of(CommandLine command) {
        return BY_COMMAND.getOrDefault(command.getCommandSpec().qualifiedName(), List.of());
    }

    /** Adds to a command and those below what {@code --help} ends with. */
    static void add(CommandLine commands, Wording wording) {
        List<String> lines = new ArrayList<>(of(commands));
        if (!lines.isEmpty()) {
            lines.replaceAll(line -> "  " + line);
            lines.add(0, "");
            lines.add(1, wording.sentence("For example:"));
            commands.getCommandSpec().usageMessage().footer(lines.toArray(String[]::new));
        }
        commands.getSubcommands().values().forEach(below -> add(below, wording));
    }
}
