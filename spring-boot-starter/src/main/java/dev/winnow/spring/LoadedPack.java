package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreenedUniverse;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A pack that was read, with its texts in each language. Work that starts with an instance ends with it, regardless of
 * later edits. Immutable and thread-safe.
 */
public final class LoadedPack {

    private final RulePack pack;
    private final Map<String, String> files;
    private final Map<Language, RulePack> packs = new EnumMap<>(Language.class);
    /** Computed on first use, since not every application screens candidates among known projects. */
    private final Map<Language, ScreenedUniverse> screened = new ConcurrentHashMap<>();

    /** @param files the pack's files by name */
    LoadedPack(RulePack pack, Map<String, String> files) {
        this.pack = pack;
        this.files = Map.copyOf(files);
        for (Language language : Language.values()) {
            packs.put(language, pack.inLanguage(language));
        }
    }

    /**
     * Reads the pack of a source.
     *
     * @throws PackException if it is invalid, with all its problems
     */
    static LoadedPack from(PackSource source) {
        if (source instanceof LocalPack local) {
            return local.load();
        }
        Map<String, String> files = source.files();
        return new LoadedPack(RulePack.of(source.name(), files), files);
    }

    /** Returns the pack's files by name. */
    Map<String, String> files() {
        return files;
    }

    /** {@return the pack with English texts} */
    public RulePack pack() {
        return pack;
    }

    /**
     * {@return the pack with texts in a language}
     *
     * @param language the language
     */
    public RulePack pack(Language language) {
        return Objects.requireNonNull(packs.get(language));
    }

    /** {@return a screener with reasons in English} */
    public Screener screener() {
        return screener(Language.EN);
    }

    /**
     * {@return a screener with reasons in a language}
     *
     * @param language the language
     */
    public Screener screener(Language language) {
        return Screener.of(pack(language));
    }

    /**
     * {@return a request to screen a universe with this pack, with reasons in a language}
     *
     * @param universe the universe
     * @param language the language
     */
    @Internal
    public ScreeningRequest request(Universe universe, Language language) {
        return ScreeningRequest.of(pack(language), universe);
    }

    /**
     * Returns the known projects as judged by this pack, among which further ones are ranked; computed once.
     *
     * @param known the universe of the application, always the same
     */
    ScreenedUniverse screened(Universe known, Language language) {
        return screened.computeIfAbsent(language, any -> screener(language).screened(known));
    }
}
