package dev.winnow.spark;

import dev.winnow.report.i18n.Wording;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of a command in another language, as the resource bundle in which picocli looks it up. */
final class HelpText extends ResourceBundle {

    private final Map<String, String> texts = new HashMap<>();

    HelpText(Wording wording, CommandSpec command) {
        put("usage.description", command.usageMessage().description(), wording);
        for (OptionSpec option : command.options()) {
            put(option.longestName().replaceFirst("^-+", ""), option.description(), wording);
        }
    }

    private void put(String key, String[] lines, Wording wording) {
        for (int i = 0; i < lines.length; i++) {
            texts.put(key + "." + i, wording.sentence(lines[i]));
        }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
