package dev.penstock.testkit.misbehaving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a client heard.
///
/// @param status 0 if no whole head came
/// @param headers names in lower case
record Heard(int status, Map<String, String> headers, String body, Ending ending) {

    enum Ending {
        WHOLE,
        CUT,
        RESET
    }

    static Heard nothing(Ending ending) {
        return new Heard(0, Map.of(), "", ending);
    }

    static Heard of(String head, String body, Ending ending) {
        List<String> lines = head.strip().lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(lines.getFirst().split(" ", -1)[1]);
        return new Heard(status, headers, body, ending);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String code() {
        return elements("Code").stream().findFirst().orElse("");
    }

    String element(String name) {
        return elements(name).getFirst();
    }

    List<String> elements(String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL).matcher(body);
        List<String> texts = new ArrayList<>();
        while (matcher.find()) {
            texts.add(matcher.group(1));
        }
        return texts;
    }
}
