curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/operator/chains" \
  --header "Authorization: Bearer $DRAWBRIDGE_OPERATOR_KEY" \
  --header 'Content-Type: application/json' \
  --data "{
    \"key\": \"meadow\", \"chain_id\": 77001, \"name\": \"Meadow\", \"test\": true,
    \"currency\": { \"name\": \"Hay\", \"symbol\": \"HAY\" }, \"explorer_url\": null,
    \"finality\": { \"confirmations\": 3 }, \"block_seconds\": 2, \"relay_max_gwei\": 50,
    \"nodes\": [\"$NODE_URL\"], \"public_node\": \"https://rpc.meadow.example\"
  }"
