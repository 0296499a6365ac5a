package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.source.Language;
import java.util.EnumMap;
import java.util.Map;

/**
 * A pack as it was read, with its screener. Work that begins with one ends with the same, whatever is edited meanwhile.
 * Immutable and thread-safe.
 */
public final class LoadedPack {

    private final RulePack pack;
    private final Map<Language, Screener> screeners = new EnumMap<>(Language.class);

    LoadedPack(RulePack pack) {
        this.pack = pack;
        for (Language language : Language.values()) {
            screeners.put(language, Screener.of(pack.inLanguage(language)));
        }
    }

    /** {@return the pack, with its texts in English} */
    public RulePack pack() {
        return pack;
    }

    /**
     * {@return the pack with its texts in a language}
     *
     * @param language the language
     */
    public RulePack pack(Language language) {
        return pack.inLanguage(language);
    }

    /** {@return the screener of the pack, which gives reasons in English} */
    public Screener screener() {
        return screener(Language.EN);
    }

    /**
     * {@return the screener of the pack that gives reasons in a language}
     *
     * @param language the language
     */
    public Screener screener(Language language) {
        Screener screener = screeners.get(language);
        if (screener == null) {
            throw new IllegalStateException("no screener in " + language);
        }
        return screener;
    }
}
