package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.check.PackReader;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A pack in a folder of the file system. */
record PackFolder(Path folder) implements LocalPack {

    /**
     * Limit in bytes for each file. Larger files and further ones are not part of the fingerprint; reading the pack
     * reports them.
     */
    private static final long LARGEST = 512L * 1024;

    private static final long MOST = 400;

    @Override
    public String name() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public LoadedPack load() {
        List<Problem> problems = new ArrayList<>();
        PackFiles files = PackFiles.read(folder, problems);
        return new LoadedPack(RulePack.of(PackReader.read(files, problems)), texts(files));
    }

    @Override
    public Map<String, String> files() {
        return texts(PackFiles.read(folder, new ArrayList<>()));
    }

    private static Map<String, String> texts(PackFiles files) {
        Map<String, String> texts = new TreeMap<>();
        for (String name : files.names()) {
            String text = files.raw(name);
            if (text != null) {
                texts.put(name, text);
            }
        }
        return texts;
    }

    @Override
    public Vocabulary vocabulary(List<Problem> problems) {
        if (!Files.isDirectory(folder)) {
            problems.add(Problem.at(Place.file(place()), "rule pack not found"));
        }
        return Vocabulary.read(folder, problems);
    }

    /**
     * Covers content and not modification times, which are coarse on some file systems and reset by tools. Follows
     * links: the folder may be one, and Kubernetes updates a ConfigMap by replacing a link.
     */
    @Override
    public String fingerprint() {
        MessageDigest digest = sha256();
        try (Stream<Path> all = Files.walk(folder, 2, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = all.filter(file -> !file.equals(folder))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .limit(MOST)
                    .sorted()
                    .toList();
            for (Path file : files) {
                digest.update((folder.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
                if (Files.isRegularFile(file)) {
                    long size = Files.size(file);
                    digest.update((size + "\n").getBytes(StandardCharsets.UTF_8));
                    if (size <= LARGEST) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            // A file was removed after it was listed, or the folder does not exist.
            digest.update(String.valueOf(e).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String place() {
        return folder.toString();
    }
}
