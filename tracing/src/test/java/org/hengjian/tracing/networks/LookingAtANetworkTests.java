package org.hengjian.tracing.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookingAtANetworkTests {

    private final Network network = new Network();

    @Test
    void the_warehouse_between_shops_that_do_not_know_each_other_matters_most() {
        for (int shop = 1; shop <= 5; shop++) {
            network.add(new Network.Edge("shop " + shop, "warehouse", "address", 3));
        }

        assertThat(network.importance().getFirst().getKey()).isEqualTo("warehouse");
        assertThat(network.importance().getFirst().getValue()).isEqualTo(10.0);
        assertThat(network.importance().getLast().getValue()).isZero();
    }

    @Test
    void the_path_from_factory_to_parcel_names_each_tie() {
        network.add(new Network.Edge("factory", "warehouse", "goods", 1));
        network.add(new Network.Edge("warehouse", "shop", "address", 1));
        network.add(new Network.Edge("shop", "parcel", "sender", 1));
        network.add(new Network.Edge("factory", "owner", "person", 1));

        assertThat(network.path("factory", "parcel"))
                .extracting(Network.Edge::what)
                .containsExactly("goods", "address", "sender");
        assertThat(network.path("factory", "elsewhere")).isEmpty();
        assertThat(network.around("factory", 1)).containsExactlyInAnyOrder("factory", "warehouse", "owner");
    }

    @Test
    void of_two_ways_as_long_the_stronger_ties_are_shown() {
        network.add(new Network.Edge("a", "weak", "city", 0.1));
        network.add(new Network.Edge("weak", "b", "city", 0.1));
        network.add(new Network.Edge("a", "strong", "phone", 9));
        network.add(new Network.Edge("strong", "b", "phone", 9));

        assertThat(network.path("a", "b")).extracting(Network.Edge::what).containsExactly("phone", "phone");
    }
}
