package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of each command has the format that its ending promises, and a name in it remains a name. */
class OutputEndingsTest {

    private static final List<String> ENDINGS = List.of(
            "",
            ".txt",
            ".json",
            ".ndjson",
            ".jsonl",
            ".csv",
            ".xlsx",
            ".md",
            ".markdown",
            ".docx",
            ".html",
            ".htm",
            ".ics",
            ".yaml",
            ".yml",
            ".xml",
            ".sarif",
            ".mmd",
            ".pdf",
            ".xls",
            ".doc",
            ".svg",
            ".xhtml",
            ".log",
            ".");

    /** Names that are something else to a browser, a spreadsheet or a reader of Markdown. */
    private static final List<String> NAMES = List.of(
            "<script>alert(1)</script>\\\"'&",
            "=cmd|' /C calc'!A0",
            "@SUM(1+1)",
            "+1+1",
            "-1+1",
            "\\t=1+1",
            "<img src=x onerror=alert(1)>",
            "![x](javascript:alert(1))",
            "</title><script>alert(1)</script>",
            "```\\\"<script>alert(1)</script>",
            "`|<script>alert(1)</script>|`");

    private static final String TABLES = ".csv .xlsx";
    private static final String PROSE = " .txt .md .markdown .docx .html .htm";
    private static final String ALL = TABLES + PROSE + " .json";

    /** Every command that writes a file by {@code -o}, with the endings that it has. */
    private static Map<String, String> commands() {
        String in = "-u %u -r battery";
        String panel = "--panel %p -u %u -r battery-review";
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("screen " + in, ALL + " .ndjson .jsonl");
        lines.put("explain bigcell alderbay " + in, ALL + " .ndjson .jsonl");
        lines.put("paper bigcell alderbay " + in, PROSE);
        lines.put("ask " + in, ".txt .md .markdown .xlsx .html .htm");
        lines.put("compare battery battery -u %u", ALL + " .ndjson .jsonl");
        lines.put("backtest", ALL + " .ndjson .jsonl");
        lines.put("minutes " + in, PROSE);
        lines.put("letter bigcell alderbay --to applicant --reason <b>x " + in, PROSE);
        lines.put("letter --status " + in, TABLES + PROSE);
        lines.put("scenarios %s " + in, ALL);
        lines.put("exceptions " + in, ALL);
        lines.put("gaps alderbay " + in, ALL + " .ndjson .jsonl .mmd .mermaid");
        lines.put("portfolio --draws 10 " + in, ALL); // the file is the same but for its frequencies
        lines.put("match --capacity alderbay=2 " + in, ALL);
        lines.put("panel ask --assessor a1 " + panel, ".md .markdown .txt .xlsx .html .htm");
        lines.put("panel show " + panel, PROSE + " .json");
        lines.put("panel agreement " + panel, PROSE + " .json");
        lines.put("panel discuss " + panel, PROSE + " .json");
        lines.put("weights --from records " + in, ALL);
        lines.put("decide bigcell alderbay recommend --reason <script>alert(1)</script>", ".txt");
        lines.put("watch " + in, ALL + " .ics");
        lines.put("history", ".txt .json");
        lines.put("replay 1", ".txt .json");
        lines.put("verify", ".txt .json");
        lines.put("records export", ".ndjson .jsonl .txt");
        lines.put("records import %r", ".txt");
        lines.put("evidence -u %u", ".txt .json");
        lines.put("import %l -u %u", ".yaml .yml .json .ndjson .jsonl .csv .xlsx");
        lines.put("template", ".xlsx .csv .txt");
        lines.put("synth -u %u -r battery --projects 2 --cities 2", ".yaml .yml .json .ndjson .jsonl .xlsx");
        lines.put("schema pack", ".json .txt");
        lines.put("doctor", ".txt");
        lines.put("rules check battery", ".txt .json .sarif");
        lines.put("rules test battery --filter nothing", ".txt .json .xml");
        lines.put("rules mutate battery --filter nothing", ".txt .json");
        lines.put("rules list battery", ".txt .json");
        lines.put("rules doc battery", ".md .markdown .html .htm .txt");
        return lines;
    }

    static Stream<Map.Entry<String, String>> lines() {
        return commands().entrySet().stream();
    }

    @TempDir
    private static Path folder;

    @BeforeAll
    static void hostileUniverse() throws IOException {
        Path universe = folder.resolve("universe");
        int[] count = {0};
        try (Stream<Path> files = Files.walk(Run.HOME.resolve("seeds/illustrative"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                Path copy = universe.resolve(
                        Run.HOME.resolve("seeds/illustrative").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Pattern.compile("(?m)(^\\s+name: |\\{name: )(?!illustrative)([^,\\n]*)")
                                .matcher(Files.readString(file))
                                .replaceAll(found -> quoted(found, count)));
            }
        }
        Path panel = Run.HOME.resolve("docs/examples/panel");
        Files.copy(panel.resolve("round-1.yaml"), folder.resolve("round-1.yaml"));
        Files.writeString(
                folder.resolve("panel.yaml"),
                Files.readString(panel.resolve("panel.yaml"))
                        .replace("Lin Hua 林华", "\"<script>alert(1)</script>\"")
                        .replace("Mara Stone", "\"=cmd|' /C calc'!A0\""));
        Files.writeString(
                folder.resolve("list.csv"), "name\nMarble <script>alert(1)</script> works\n=HYPERLINK(1) quarry\n");
        assertThat(winnow("screen -u %u -r battery --record -q").exit()).isZero();
        assertThat(winnow("decide bigcell alderbay hold --reason <script>alert(1)</script> --by @x")
                        .exit())
                .isZero();
        assertThat(winnow("records export -o %r").exit()).isZero();
    }

    private static String quoted(MatchResult found, int... count) {
        String name = NAMES.get(count[0]++ % NAMES.size());
        return java.util.regex.Matcher.quoteReplacement(found.group(1) + '"' + name + '"');
    }

    private static Run winnow(String line) {
        String[] words = Arrays.stream(line.split(" "))
                .map(word -> word.replace("%u", folder.resolve("universe").toString())
                        .replace("%p", folder.resolve("panel.yaml").toString())
                        .replace("%l", folder.resolve("list.csv").toString())
                        .replace("%r", folder.resolve("all.ndjson").toString())
                        .replace(
                                "%s",
                                Run.HOME.resolve("docs/examples/scenarios.yaml").toString())
                        .replace("%o", folder.resolve("out").toString()))
                .toArray(String[]::new);
        return Run.winnow(Map.of("WINNOW_RECORDS", folder.resolve("records.db").toString()), false, words);
    }

    /** Commands that write no file of their own by {@code -o}, a folder, or only YAML that another command reads. */
    private static final Set<String> OTHERS = Set.of(
            "answers", "init", "serve", "panel read", "rules new", "rules fmt", "lsp", "completion", "help", "manual");

    @Test
    void everyCommandIsListed() {
        Set<String> listed = new TreeSet<>();
        commands().keySet().stream().filter(Run::isBuilt).forEach(line -> listed.add(name(line)));
        Set<String> known = new TreeSet<>(named("--help"));
        for (String group : List.of("panel", "records", "rules")) {
            known.remove(group);
            named(group + " --help").forEach(one -> known.add(group + " " + one));
        }
        known.removeAll(OTHERS);
        assertThat(listed).isEqualTo(known);
    }

    private static String name(String line) {
        String[] words = line.split(" ");
        return Set.of("panel", "records", "rules").contains(words[0]) ? words[0] + " " + words[1] : words[0];
    }

    private static List<String> named(String help) {
        return Run.winnow(help.split(" "))
                .out()
                .lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .filter(line -> !line.startsWith("   "))
                .map(line -> line.strip().split(" ")[0].replace(",", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theEndingIsOneThatTheCommandHas(Map.Entry<String, String> command) throws IOException {
        Run.assumeBuilt(command.getKey());
        List<String> endings =
                Arrays.stream(command.getValue().strip().split(" ")).toList();
        boolean entries = Set.of("import", "synth").contains(name(command.getKey()));
        SoftAssertions all = new SoftAssertions();
        for (String ending : ENDINGS) {
            boolean has = endings.contains(ending) || (ending.isEmpty() && !entries);
            for (String written :
                    ending.isEmpty() || has ? List.of(ending) : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
                Path file = folder.resolve("out" + written);
                Files.deleteIfExists(file);
                Run run = winnow(command.getKey() + " -q -o %o" + written);
                if (has) {
                    all.assertThat(run.err()).doesNotContain("selects no format");
                    all.assertThat(Files.exists(file))
                            .as("%s %s: %s", command.getKey(), ending, run)
                            .isTrue();
                    if (Files.exists(file)) {
                        check(all, command.getKey(), file, ending);
                    }
                } else {
                    all.assertThat(run.exit())
                            .as("%s %s", command.getKey(), written)
                            .isEqualTo(Exit.USAGE);
                    all.assertThat(run.err())
                            .startsWith("winnow: the ending of `" + file + "` selects no format; write to `");
                    all.assertThat(file).doesNotExist();
                }
            }
        }
        all.assertAll();
    }

    private static void check(SoftAssertions all, String line, Path file, String ending) throws IOException {
        switch (ending) {
            case ".html", ".htm" ->
                all.assertThat(Files.readString(file)).as(line).doesNotContain("<script>alert", "<img src=x", "<b>x");
            case ".md", ".markdown" ->
                all.assertThat(withoutCode(Files.readString(file)))
                        .as(line)
                        .doesNotContain("<script>alert", "<img src=x", "<b>x", "[x](java");
            case ".csv" -> all.assertThat(formulas(file)).as(line).isEmpty();
            case ".json" -> all.assertThat(Files.readString(file)).as(line).startsWith("{");
            case ".ndjson", ".jsonl" ->
                all.assertThat(Files.readString(file)).as(line).matches("(?s)(\\{.*)?");
            default -> all.assertThat(file).isNotEmptyFile();
        }
    }

    private static String withoutCode(String markdown) {
        return markdown.lines()
                .map(line -> line.startsWith("|") ? line : line.replaceAll("(?<![\\\\`])`[^`]+`(?!`)", ""))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> formulas(Path file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (var rows = CsvReader.builder().ofCsvRecord(Files.readString(file).replace("\uFEFF", ""))) {
            rows.forEach(row -> cells.addAll(row.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells.stream()
                .filter(cell -> Pattern.compile("^[\\s=+@-]*[=+@\\t-].*", Pattern.DOTALL)
                        .matcher(cell)
                        .matches())
                .filter(cell -> !cell.matches("[-+]?[0-9.]+"))
                .toList();
    }
}
