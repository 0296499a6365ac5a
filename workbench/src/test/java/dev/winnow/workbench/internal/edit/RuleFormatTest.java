package dev.winnow.workbench.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.language.internal.format.RuleLayout;
import dev.winnow.language.internal.syntax.Lexer;
import dev.winnow.language.internal.syntax.Lexer.Comment;
import dev.winnow.language.internal.syntax.Lexer.Lexemes;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.TreeEquality;
import dev.winnow.model.Thorough;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formatting changes white space only. */
class RuleFormatTest {

    private static final int DAMAGES = Thorough.count(25, 60);
    private static final List<String> BLANKS = List.of(" ", "\n", "   ", "\n\n\n", "\t", " \n\t ", "\n  \n");

    @TempDir
    private Path folder;

    @Test
    void everyPositionOfACommentIsKept() {
        assertThat(laidOut("""
            // A file about bread.

            /* and
                 cake */
            package bakery.demand // of the pack
            import dev.winnow.model.*
            // the verbs
            import /* all */ dev.winnow.engine.*
            global Scorecard card


            // ---- rules ----

            // first rule
            rule /* id */ "one" // behind the id
            @source( "me" ) // behind the source
            // above the points
            @points (  4 )   @family( a-b )
            @title("One."  )
            // above when
            when // behind when
                // above a condition
                Project($l:links,// behind a part
                  // on its own
                  claimsScale==true/* odd */,id!="x")
                not(Demand(endMarket memberOf $l)) // behind a condition
              /* tall
                 one */
            then card.award( "x %s // no comment"  ,$l )  ; // behind the sentence
            // above end
            end // behind end
            // below
            // all
            """))
                .isEqualTo("""
                    // A file about bread.

                    /* and
                         cake */
                    package bakery.demand  // of the pack

                    import dev.winnow.model.*
                    // the verbs
                    import /* all */ dev.winnow.engine.*

                    global Scorecard card

                    // ---- rules ----

                    // first rule
                    rule /* id */ "one"  // behind the id
                      @title("One.")
                      // above the points
                      @points(4)  @family(a-b)
                      @source("me")  // behind the source
                      // above when
                    when  // behind when
                      // above a condition
                      Project( $l : links,  // behind a part
                          // on its own
                          claimsScale == true /* odd */, id != "x" )
                      not ( Demand( endMarket memberOf $l ) )  // behind a condition
                      /* tall
                         one */
                    then
                      card.award("x %s // no comment", $l);  // behind the sentence
                      // above end
                    end  // behind end

                    // below
                    // all
                    """.replace("  @points(4)  @family(a-b)\n  @source", "  @points(4)  @family(a-b)  @source"));
    }

    @Test
    void everyConstructHasItsBlanks() {
        assertThat(laidOut("""
            package a.b;
            import dev.winnow.model.*;import dev.winnow.engine.*
            global Scorecard card
            rule"x" @title('it\\'s') @source("s") @action(BUILD) when
            Limit(id=="m",$m:value);Project($n:links,!(id=="a"&&name not in("b","c")||(yieldRate*(1+linkedFirms))>=0),$l.size()>0)
            accumulate(Fund(tracks not contains($t),$a:available);$s:sum($a*(1-1));$s<$m)
            acc(Coverage(),$c:count(1);$c>0)
            then card.cap("c",$m,"t %s",$s);end;
            """)).isEqualTo("""
                package a.b;

                import dev.winnow.model.*;
                import dev.winnow.engine.*

                global Scorecard card

                rule "x"
                  @title('it\\'s')
                  @action(BUILD)  @source("s")
                when
                  Limit( id == "m", $m : value );
                  Project( $n : links, !( id == "a" && name not in ("b", "c") || ( yieldRate * ( 1 + linkedFirms ) ) >= 0 ),
                      $l.size() > 0 )
                  accumulate( Fund( tracks not contains ( $t ), $a : available ); $s : sum($a * ( 1 - 1 )); $s < $m )
                  acc( Coverage(), $c : count(1); $c > 0 )
                then
                  card.cap("c", $m, "t %s", $s);
                end;
                """);
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void theShippedRulesAreFormatted(Path file) throws IOException {
        assertThat(laidOut(Files.readString(file))).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void theLayoutDoesNotDependOnBlanksAndLineBreaks(Path file) throws IOException {
        String text = Files.readString(file);
        for (int seed = 0; seed < DAMAGES; seed++) {
            String damaged = damaged(text, new Random(seed), false);
            assertThat(laidOut(damaged)).as("seed %s of %s", seed, damaged).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void commentsAreKeptAndTheRulesStayTheSame(Path file) throws IOException {
        String text = Files.readString(file);
        String bare = laidOut(withoutComments(text));
        for (int seed = 0; seed < DAMAGES; seed++) {
            String damaged = damaged(text, new Random(seed), true);
            String laidOut = laidOut(damaged);
            assertThat(comments(laidOut)).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(comments(damaged));
            assertThat(laidOut(laidOut)).as("seed %s of %s", seed, damaged).isEqualTo(laidOut);
            assertThat(TreeEquality.same(rules(laidOut), rules(text)))
                    .as("seed %s", seed)
                    .isTrue();
            assertThat(laidOut(withoutComments(laidOut))).as("seed %s", seed).isEqualTo(bare);
            assertThat(laidOut.lines()).noneMatch(line -> line.endsWith(" "));
        }
    }

    @Test
    void aDifferenceInMeaningIsDetected() {
        String text = "package a.b\n"
                + "rule \"x\" @title(\"t\") @source(\"s\") when Project( id == \"a\" ) then card.note(\"n\"); end";
        assertThat(TreeEquality.same(rules(text), rules(text.replace(" then", "\n\nthen"))))
                .isTrue();
        assertThat(TreeEquality.same(rules(text), rules(text.replace("==", "!="))))
                .isFalse();
        assertThat(TreeEquality.same(rules(text), rules(text.replace("\"a\"", "\"b\""))))
                .isFalse();
        assertThat(TreeEquality.same(rules(text), rules(text + " " + text.replace("package a.b", ""))))
                .isFalse();
    }

    @Test
    void lineEndsStayAndTheByteOrderMarkGoes() throws IOException {
        Path pack = pack();
        Path file = pack.resolve("chain.drl");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("\n", "\r\n"));
        assertThat(RuleFormat.of(pack).changes()).isEmpty();
        Files.writeString(file, "\uFEFF" + good.replace("\n", "  \r\n"));
        Draft draft = RuleFormat.of(pack);
        assertThat(draft.changes()).hasSize(1);
        draft.write();
        assertThat(Files.readString(file)).isEqualTo(good.replace("\n", "\r\n"));
    }

    @Test
    void anInvalidFileIsLeftUnchangedAndTheOthersAreFormatted() throws IOException {
        Path pack = pack();
        String wrong = Files.readString(pack.resolve("chain.drl")).replaceFirst("Project\\(", "Projct(");
        Files.writeString(pack.resolve("chain.drl"), wrong);
        Files.writeString(
                pack.resolve("money.drl"),
                Files.readString(pack.resolve("money.drl")).replace("( ", "("));
        Draft draft = RuleFormat.of(pack);
        assertThat(draft.problems()).hasSize(1);
        assertThat(draft.problems().get(0).toString()).contains("chain.drl", "unknown type `Projct`");
        assertThat(draft.changes())
                .extracting(change -> change.path().getFileName().toString())
                .containsExactly("money.drl");
        draft.write();
        assertThat(Files.readString(pack.resolve("chain.drl"))).isEqualTo(wrong);
        assertThat(RuleFormat.of(pack).changes()).isEmpty();
    }

    @Test
    void problemsInOtherFilesDoNotPreventFormatting() throws IOException {
        Path pack = pack();
        Files.writeString(pack.resolve("pack.yaml"), "nonsense: [");
        Files.delete(pack.resolve("limits.yaml"));
        Files.writeString(pack.resolve("note.txt"), "mine");
        assertThat(RuleFormat.of(pack).problems()).isEmpty();
    }

    /** Returns the good pack of the tests, formatted. */
    private Path pack() throws IOException {
        Path pack = Bakery.in(folder).folder();
        RuleFormat.of(pack).write();
        return pack;
    }

    static List<Path> shippedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "rules"))) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }

    private static String laidOut(String text) {
        return RuleLayout.of(file(text, new ArrayList<>()));
    }

    private static RuleFile file(String text, List<Problem> problems) {
        return new RuleFile("x.drl", "x", text, problems);
    }

    private static List<PackRule> rules(String text) {
        List<Problem> problems = new ArrayList<>();
        List<PackRule> rules = RuleParser.parse(file(text, problems), null).rules();
        assertThat(problems)
                .filteredOn(problem -> !problem.what().toString().startsWith("the line `"))
                .isEmpty();
        return rules;
    }

    private static List<String> comments(String text) {
        return Lexer.lexemes(file(text, new ArrayList<>())).comments().stream()
                .map(Comment::text)
                .map(String::strip)
                .toList();
    }

    @Test
    void aTableIsWrittenInColumnsBelowTheOtherAnnotations() {
        assertThat(laidOut("""
            package bakery.demand
            rule "size" @table ( rule|$max |points|title // the head
            // the small ones
            "small"|"small-town"| 7.5 | "Small" // behind
            "tall" | - | 40 |-
             )@source("me") @title("Of a size")
            when Limit($max:value) Project(linkedFirms<=$max) then card.award("x"); end
            """)).isEqualTo("""
                package bakery.demand

                rule "size"
                  @title("Of a size")
                  @source("me")
                  @table(
                    rule    | $max         | points | title  // the head
                    // the small ones
                    "small" | "small-town" |    7.5 | "Small"  // behind
                    "tall"  | -            |     40 | -
                  )
                when
                  Limit( $max : value )
                  Project( linkedFirms <= $max )
                then
                  card.award("x");
                end
                """);
    }

    /**
     * Returns the text with other white space, optionally with comments, between tokens; header lines and table rows
     * stay on lines of their own.
     */
    private static String damaged(String text, Random random, boolean comments) {
        RuleFile file = file(text, new ArrayList<>());
        Lexemes lexemes = Lexer.lexemes(file);
        Set<Integer> commented = new HashSet<>();
        lexemes.comments().forEach(comment -> commented.add(comment.before()));
        int[] starts = starts(text);
        StringBuilder damaged = new StringBuilder();
        int copied = 0;
        boolean inRule = false;
        boolean inTable = false;
        for (int i = 0; i + 1 < lexemes.tokens().size(); i++) {
            Token token = lexemes.tokens().get(i);
            int end = starts[token.spot().line() - 1]
                    + token.spot().column()
                    - 1
                    + token.spot().length();
            damaged.append(text, copied, end);
            copied = end;
            inRule = token.is("rule") || (inRule && !token.is("end"));
            Token next = lexemes.tokens().get(i + 1);
            inTable = (token.is("@") && next.is("table")) || (inTable && !token.is(")"));
            int start = starts[next.spot().line() - 1] + next.spot().column() - 1;
            if (!inRule || commented.contains(i + 1) || random.nextInt(3) > 0) {
                continue;
            }
            if (inTable) {
                if (next.spot().line() == token.spot().line()) {
                    damaged.append(comments && random.nextInt(3) == 0 ? " /* c" + i + " ; */" : "")
                            .append(" ".repeat(random.nextInt(3)));
                    copied = start;
                }
                continue;
            }
            boolean apart = start > end || random.nextBoolean();
            if (comments && random.nextInt(3) == 0) {
                damaged.append(random.nextBoolean() ? " " : "\n").append(comment(random, i));
                apart = true;
            }
            damaged.append(apart ? BLANKS.get(random.nextInt(BLANKS.size())) : "");
            copied = Math.min(start, text.length());
        }
        return damaged.append(text.substring(copied)).toString();
    }

    private static String comment(Random random, int number) {
        return switch (random.nextInt(4)) {
            case 0 -> "// c" + number + " \"quoted\" ( \n";
            case 1 -> "/* c" + number + " ; */";
            case 2 -> "/* c" + number + "\n   tall */";
            default -> "/* c" + number + " */ // and " + number + "\n";
        };
    }

    private static int[] starts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Removes comments with a separate scanner. */
    private static String withoutComments(String text) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("//", i)) {
                i = text.indexOf('\n', i) - 1;
            } else if (text.startsWith("/*", i)) {
                i = text.indexOf("*/", i) + 1;
                bare.append(' ');
            } else if (text.charAt(i) == '"') {
                int end = text.indexOf('"', i + 1);
                bare.append(text, i, end + 1);
                i = end;
            } else {
                bare.append(text.charAt(i));
            }
        }
        return bare.toString();
    }
}
