include 'a.yaml'
