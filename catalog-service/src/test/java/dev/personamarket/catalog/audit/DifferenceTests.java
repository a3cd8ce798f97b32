package dev.personamarket.catalog.audit;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTests {

    @Test
    void namesTheFieldAsDeepAsItCan() {
        assertThat(Difference.between(json("{'traits':[{'name':'Warmth','value':86},{'name':'Mischief','value':3}]}"),
                json("{'traits':[{'name':'Warmth','value':80},{'name':'Mischief','value':3}]}")))
                .containsExactly(new Difference("traits[0].value", json("86"), json("80")));
    }

    @Test
    void whatCameAndWhatWentHasOneSideAlone() {
        assertThat(Difference.between(json("{'tags':['a','b'],'nickname':'Orla'}"), json("{'tags':['a'],'open':true}")))
                .containsExactly(new Difference("tags[1]", json("'b'"), null),
                        new Difference("nickname", json("'Orla'"), null), new Difference("open", null, json("true")));
    }

    @Test
    void nullIsTheSameAsNothing() {
        assertThat(Difference.between(json("{'avatar':null}"), json("{}"))).isEmpty();
    }

    @Test
    void whatBecameOfAnotherKindIsGivenWhole() {
        assertThat(Difference.between(json("{'category':'sea'}"), json("{'category':{'slug':'sea'}}")))
                .containsExactly(new Difference("category", json("'sea'"), json("{'slug':'sea'}")));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
