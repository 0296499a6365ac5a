package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command line in the README runs without complaint. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```");
    private static final Pattern RULE = Pattern.compile("(?ms)^```\\n(rule .*?^end\\n)```");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /** Commands whose output contains the current time. */
    private static final Pattern DATED = Pattern.compile("--record|\\b(decide|history|replay|verify)\\b");

    @TempDir
    private static Path first;

    @TempDir
    private static Path second;

    @ParameterizedTest
    @MethodSource("commands")
    void readmeCommandsRunAndGiveTheSameOutputTwice(String command) throws IOException {
        Run.assumeBuilt(command);
        Run run = run(command, first);
        assertThat(run.exit()).as("%s%n%s", command, run.err()).isZero();
        Run again = run(command, second);
        assertThat(again.exit()).as("%s%n%s", command, again.err()).isZero();
        if (!DATED.matcher(command).find()) {
            assertThat(again.out()).as(command).isEqualTo(run.out());
            for (String name : outputs(command)) {
                assertThat(second.resolve(name)).as(command).hasSameBinaryContentAs(first.resolve(name));
            }
        }
    }

    @Test
    void theRuleInTheReadmeIsInThePack() throws IOException {
        String readme = Files.readString(Run.HOME.resolve("README.md"));
        Matcher rule = RULE.matcher(readme);
        assertThat(rule.find()).isTrue();
        assertThat(Files.readString(Run.HOME.resolve("rules/semiconductor/demand-pull.drl")))
                .contains(rule.group(1));
    }

    @Test
    void aNewcomerFindsHowToRunAndHowToTest() throws IOException {
        List<String> lines = BLOCK.matcher(Files.readString(Run.HOME.resolve("README.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        assertThat(lines).contains("./winnow screen", "./mvnw verify");
        assertThat(Files.readString(Run.HOME.resolve(".ci/run")).lines()).contains("./mvnw -B -ntp verify");
    }

    @Test
    void thePictureShowsTheFirstCommand() throws IOException {
        String printed = Run.winnow("screen").out();
        String picture = printed.substring(0, printed.lastIndexOf("\npack "));
        assertThat(Files.readString(Run.HOME.resolve("README.md")))
                .contains("```\n$ ./winnow screen\n" + picture.stripTrailing() + "\n```\n");
    }

    private static Run run(String command, Path folder) {
        Map<String, String> environment =
                Map.of("WINNOW_RECORDS", folder.resolve("records.db").toString());
        return Run.winnow(environment, false, words(command, folder));
    }

    /** Returns the names of the files that a command writes; folders are left out. */
    private static List<String> outputs(String command) {
        return List.of(words(command, first)).stream()
                .filter(word -> word.startsWith(first.toString()))
                .map(word -> Path.of(word).getFileName().toString())
                .filter(name -> Files.isRegularFile(first.resolve(name)))
                .toList();
    }

    /** Returns the commands of the README, plus commands that search. */
    static Stream<String> commands() throws IOException {
        return Stream.concat(
                ofReadme(),
                Stream.of(
                        "./winnow portfolio --budget 30bn --city qingdao",
                        "./winnow match --capacity 2 -o match.html"));
    }

    /** Returns the winnow command lines of the shell blocks, without comments, pipes and redirections. */
    private static Stream<String> ofReadme() throws IOException {
        String readme = Files.readString(Run.HOME.resolve("README.md"));
        return BLOCK.matcher(readme)
                .results()
                .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
                .map(line -> line.strip().replaceFirst("^\\$ ", ""))
                .filter(line -> line.startsWith("./winnow"))
                .map(line -> line.replaceFirst("\\s+(#|\\||>|&&|2>).*$", ""));
    }

    /** Resolves input in the checkout and sends output to a temporary folder. */
    private static String[] words(String command, Path folder) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command.substring("./winnow".length()));
        boolean output = false;
        while (matcher.find()) {
            String word = Stream.of(1, 2, 3)
                    .map(matcher::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElseThrow();
            boolean path = word.contains("/") && Files.exists(Run.HOME.resolve(word));
            words.add(
                    output
                            ? folder.resolve(Path.of(word).getFileName()).toString()
                            : path ? Path.of("..").resolve(word).toString() : word);
            output = word.equals("-o") || word.equals("--output");
        }
        return words.toArray(String[]::new);
    }
}
