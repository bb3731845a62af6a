curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/wallet-verifications?limit=10" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
