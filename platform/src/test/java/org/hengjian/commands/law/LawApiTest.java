package org.hengjian.commands.law;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hengjian.law.Law;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class LawApiTest {

    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(new LawApi(Law.load())).build();

    @Test
    void a_question_is_answered_as_on_the_command_line() throws Exception {
        http.perform(post("/api/v1/law/deadline")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"duty\":\"procedure.verification\",\"start\":\"2025-01-20\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value("2025-02-14"))
                .andExpect(jsonPath("$.parameter.source[0].article").value("第十八条"));
    }

    @Test
    void a_refused_question_is_422_with_its_pointer_and_the_others_stand() throws Exception {
        http.perform(
                        post("/api/v1/law/deadline")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "[{\"duty\":\"procedure.verification\",\"start\":\"2025-01-20\"},{\"id\":7,\"duty\":\"x\",\"start\":\"2025-01-20\"}]"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$[0].due").value("2025-02-14"))
                .andExpect(jsonPath("$[1].error.pointer").value("/duty"));
    }

    @Test
    void what_is_no_json_or_no_verb_is_a_problem() throws Exception {
        http.perform(post("/api/v1/law/deadline")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("what"))
                .andExpect(status().isBadRequest());
        http.perform(post("/api/v1/law/fate")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isNotFound());
    }
}
