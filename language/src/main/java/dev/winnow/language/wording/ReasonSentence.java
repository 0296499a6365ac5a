package dev.winnow.language.wording;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentence in which a rule gives its reason, in one language, taken apart once. Immutable. */
public final class ReasonSentence {

    private final SentenceTemplate template;
    private final Language language;
    private final List<FactType.@Nullable Property> properties;
    /** Whether it may begin with the name of something, which then has a capital letter. */
    private final boolean begins;

    /** @param translated the sentence in another language; null for that of the rule file, which is English */
    ReasonSentence(CheckedRule rule, @Nullable SentenceTemplate translated, Language other) {
        List<FactType.@Nullable Property> read = new ArrayList<>();
        rule.rule().arguments().forEach(argument -> read.add(rule.property(argument.name())));
        this.properties = read;
        this.language = translated == null ? Language.EN : other;
        this.template = translated == null ? SentenceTemplate.ofRule(rule.rule().text(), read.size()) : translated;
        this.begins = translated == null && rule.rule().text().startsWith("%s");
    }

    /**
     * The sentence with its values.
     *
     * @param arguments the arguments of its text
     * @param names the names of what it matched
     */
    public String write(List<? extends @Nullable Object> arguments, Names names) {
        String[] values = new String[properties.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new ReasonValue(language, names, properties.get(i)).write(arguments.get(i));
        }
        String reason = template.fill(values);
        return begins && !values[0].equals(SentenceTemplate.write(arguments.get(0)))
                ? reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1)
                : reason;
    }
}
