package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Book;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every form shows the same score, data exactly, texts and pages with two decimals, outward; and days and money in one
 * form.
 */
class FiguresInAllFormsTest {

    /** Number of projects whose memo and paper are compared, too; each takes as long as all lists. */
    private static final int DOCUMENTED = 2;

    @TempDir
    private Path folder;

    private final List<String> options = new ArrayList<>();

    @Test
    void everyFormShowsTheSameScores() throws IOException {
        // A weight of 37 of 102 makes scores with six decimals.
        PackCopy pack = PackCopy.of("semiconductor", folder)
                .replace("pack.yaml", "side: city, weight: 35", "side: city, weight: 37");
        options.addAll(List.of("-q", "--rules", pack.folder().toString(), "--city", "qingdao"));
        JsonNode all = new JsonMapper().readTree(screen("-f", "json")).path("assessments");
        Map<String, String> exact = StreamSupport.stream(all.spliterator(), false)
                .collect(Collectors.toMap(
                        one -> one.path("project").asText(), one -> decimal(one, "low") + "," + decimal(one, "high")));
        assertThat(exact).hasSize(15);
        assertThat(exact.values())
                .filteredOn(span -> span.matches(".*\\.\\d{3,6}.*"))
                .hasSizeGreaterThan(5);

        List<String> csv = screen("-f", "csv").lines().toList();
        int low = Arrays.asList(csv.get(0).split(",")).indexOf("score.low");
        assertThat(csv.subList(1, csv.size()).stream()
                        .map(line -> line.split(","))
                        .collect(Collectors.toMap(cells -> cells[0], cells -> cells[low] + "," + cells[low + 1])))
                .isEqualTo(exact);

        Path workbook = folder.resolve("screening.xlsx");
        screen("-o", workbook.toString());
        assertThat(Book.read(workbook).rows("Ranking").stream()
                        .collect(Collectors.toMap(
                                row -> row.get("project id"),
                                row -> plain(row.get("score, at least")) + "," + plain(row.get("score, at most")))))
                .isEqualTo(exact);

        String text = screen("--all");
        String markdown = screen("-f", "markdown");
        Path page = folder.resolve("screening.html");
        screen("-o", page.toString());
        String html = Files.readString(page);
        for (JsonNode one : all) {
            String project = one.path("project").asText();
            String from = rounded(one, "low", RoundingMode.FLOOR);
            String to = rounded(one, "high", RoundingMode.CEILING);
            String range = from.equals(to) ? from : from + "–" + to;
            assertThat(text).as(project).containsPattern("▏ *" + range + " ");
            assertThat(markdown).as(project).contains(" | " + range + " | ");
            assertThat(html).as(project).contains("<span class=\"quiet range\">" + range + "</span>");
            if (one.path("rank").asInt() > DOCUMENTED) {
                continue;
            }
            assertThat(run("explain", project, "qingdao"))
                    .as(project)
                    .contains(from.equals(to) ? "It scores " + from + " of" : "between " + from + " and " + to + " of");
            if (!Run.isBuilt("paper")) {
                continue;
            }
            assertThat(run("paper", project, "qingdao"))
                    .as(project)
                    .contains(
                            from.equals(to)
                                    ? "It scores " + from + " of 100 points;"
                                    : "It scores " + from + " of 100 points, and " + to + " if");
        }
    }

    /** Chinese texts write days and money in Chinese, data as in every language. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "illustrative | battery | nickelworks | alderbay",
                "chips-act | chips-act | tsmc-arizona | united-states"
            })
    void daysAndMoneyHaveOneFormInAllTexts(String universe, String pack, String project, String city)
            throws IOException {
        List<String> read = List.of("-q", "-u", universe, "-r", pack, "--lang", "zh");
        List<List<String>> commands = List.of(
                List.of("explain", project, city),
                List.of("explain", project, city, "-f", "markdown"),
                List.of("paper", project, city),
                List.of("gaps", city),
                List.of("evidence", project));
        for (List<String> command : commands) {
            if (!Run.isBuilt(command.get(0))) {
                continue;
            }
            List<String> line = new ArrayList<>(command);
            line.addAll(read);
            Run run = Run.winnow(line.toArray(String[]::new));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out())
                    .as(line.toString())
                    .containsPattern("\\d年")
                    .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\d")
                    .doesNotContainPattern("\\d (mn|bn) (yuan|USD)(?! and re)");
        }
        for (String form : Run.isBuilt("gaps") ? List.of("csv", "json") : List.<String>of()) {
            List<String> line = new ArrayList<>(List.of("gaps", city, "-f", form));
            line.addAll(read);
            assertThat(Run.winnow(line.toArray(String[]::new)).out())
                    .containsPattern("\\d{4}-\\d\\d-\\d\\d")
                    .doesNotContainPattern("\\d年");
        }
    }

    private String screen(String... more) {
        return output("screen", more);
    }

    private String run(String command, String project, String city) {
        return output(command, project, city).replaceAll("\\s+", " ");
    }

    private String output(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(more));
        // `explain` and `paper` name the city as their second argument.
        line.addAll(more.length == 2 && more[1].equals("qingdao") ? options.subList(0, 3) : options);
        Run run = Run.winnow(line.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static String decimal(JsonNode one, String end) {
        return plain(one.path("score").path(end).asText());
    }

    private static String plain(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String rounded(JsonNode one, String end, RoundingMode rounding) {
        return plain(new BigDecimal(decimal(one, end)).setScale(2, rounding).toPlainString());
    }
}
