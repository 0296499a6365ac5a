package dev.winnow.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rules of the comparison as expressions, from a file with a name, an expression and an empty line for each. */
final class RuleTexts {

    private static final Pattern BLANK = Pattern.compile("\n\n");

    private RuleTexts() {}

    /**
     * A rule as an expression.
     *
     * @param rule the rule
     * @param text the expression
     */
    record RuleText(Rule rule, String text) {}

    /** Returns the rules of a file. */
    static List<RuleText> of(String file) {
        List<RuleText> texts = new ArrayList<>();
        for (String block : BLANK.splitAsStream(read(file)).toList()) {
            if (!block.startsWith("#")) {
                int colon = block.indexOf(":\n");
                texts.add(new RuleText(
                        Rule.of(block.substring(0, colon)),
                        block.substring(colon + 2).strip()));
            }
        }
        return texts;
    }

    /** Reads a file next to this class. */
    static String read(String file) {
        try (InputStream in = Objects.requireNonNull(RuleTexts.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
