// receive.go: go run receive.go (Go 1.19 or newer, nothing to install)
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

var key, _ = base64.StdEncoding.DecodeString(strings.TrimPrefix(os.Getenv("WEBHOOK_SECRET"), "whsec_"))
var done sync.Map // ids that were acted on: a table in your database

func isGenuine(headers http.Header, body []byte) bool {
	seconds, err := strconv.ParseInt(headers.Get("webhook-timestamp"), 10, 64)
	age := time.Since(time.Unix(seconds, 0))
	if err != nil || age > 5*time.Minute || age < -5*time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%d.%s", headers.Get("webhook-id"), seconds, body)
	expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	for _, signature := range strings.Split(headers.Get("webhook-signature"), " ") {
		if hmac.Equal([]byte(signature), expected) {
			return true
		}
	}
	return false
}

type payout struct {
	ID        string `json:"id"`
	Reference string `json:"reference"`
	Status    string `json:"status"`
	Version   int    `json:"version"`
}

func readBack(id string) (read payout, err error) {
	request, _ := http.NewRequest("GET", os.Getenv("DRAWBRIDGE_URL")+"/api/v1/payouts/"+id, nil)
	request.Header.Set("Authorization", "Bearer "+os.Getenv("DRAWBRIDGE_API_KEY"))
	answer, err := (&http.Client{Timeout: 10 * time.Second}).Do(request)
	if err != nil {
		return read, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return read, fmt.Errorf("the portal answered %d", answer.StatusCode)
	}
	return read, json.NewDecoder(answer.Body).Decode(&read)
}

func receive(request *http.Request) int {
	body, err := io.ReadAll(io.LimitReader(request.Body, 1<<20)) // the exact bytes, before anything parses them
	if err != nil || !isGenuine(request.Header, body) {
		return http.StatusUnauthorized
	}
	id := request.Header.Get("webhook-id")
	if _, known := done.Load(id); known {
		return http.StatusNoContent
	}
	var event struct{ Data payout }
	if json.Unmarshal(body, &event) != nil {
		return http.StatusBadRequest
	}
	now, err := readBack(event.Data.ID)
	if err != nil {
		return http.StatusInternalServerError // the webhook comes again
	}
	fmt.Println(now.Reference, now.Status, now.Version) // act here, if the version is new to you
	done.Store(id, true)                                // in the same transaction as the act
	return http.StatusNoContent
}

func main() {
	http.HandleFunc("/", func(response http.ResponseWriter, request *http.Request) {
		response.WriteHeader(receive(request))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
